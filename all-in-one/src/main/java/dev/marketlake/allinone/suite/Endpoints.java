package dev.marketlake.allinone.suite;

/**
 * Where the parts of a suite answer.
 *
 * @param bootstrapServers of the Kafka broker, {@code host:port}
 * @param registryUrl for {@code schema.registry.url}
 * @param store S3 endpoint
 * @param simulator base address, also where no simulator runs
 * @param ingest base address, as the two after it
 */
public record Endpoints(
        String bootstrapServers,
        String registryUrl,
        String store,
        String simulator,
        String ingest,
        String stream,
        String sink) {

    static Endpoints on(Ports ports) {
        return new Endpoints(
                "127.0.0.1:" + ports.of(Port.BROKER),
                http(ports, Port.REGISTRY) + "/apis/ccompat/v7",
                http(ports, Port.STORE),
                http(ports, Port.SIMULATOR),
                http(ports, Port.INGEST),
                http(ports, Port.STREAM),
                http(ports, Port.SINK));
    }

    private static String http(Ports ports, Port port) {
        return "http://127.0.0.1:" + ports.of(port);
    }

    /** For a human: where to find this component. */
    public String of(Component component) {
        return switch (component) {
            case BROKER -> bootstrapServers;
            case REGISTRY -> registryUrl;
            case STORE -> store;
            case SIMULATOR -> simulator;
            case INGEST -> ingest;
            case STREAM -> stream;
            case SINK -> sink;
        };
    }
}
