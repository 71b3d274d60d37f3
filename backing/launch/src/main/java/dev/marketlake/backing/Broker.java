package dev.marketlake.backing;

/** A Kafka broker with one replica of everything, on 127.0.0.1. Topics are not made by use. */
public final class Broker extends BackingProgram {
    private final BrokerSettings settings;

    private Broker(BrokerSettings settings) {
        super(settings.program(Installation.find()), new Readiness.Line("READY"));
        this.settings = settings;
    }

    /**
     * Returns when clients are served. A folder used before keeps its records, also under other ports.
     *
     * @throws StartFailure if it does not come up within 3 minutes
     * @throws IllegalStateException if a wanted port is taken, or the broker is not built
     */
    public static Broker start(BrokerSettings settings) {
        return new Broker(settings.withPortsChosen());
    }

    /** For example {@code 127.0.0.1:29092}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }
}
