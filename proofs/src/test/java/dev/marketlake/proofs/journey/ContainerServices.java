package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.backing.ChildProcess;
import dev.marketlake.backing.FreePorts;
import dev.marketlake.backing.JavaProgram;
import dev.marketlake.backing.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Our three services as processes of this machine, on whatever broker, registry and store they are pointed at. */
final class ContainerServices implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> FLAGS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path home;
    private final Path folder;
    private final Path config;
    private final List<ChildProcess> running = new ArrayList<>();

    /** @param home root of the checkout @param folder for configuration, state and logs */
    ContainerServices(Path home, Path folder, Collection<String> symbols) throws IOException {
        this.home = home;
        this.folder = folder;
        this.config = Files.createDirectories(folder.resolve("config"));
        for (var name : List.of("topics.yml", "alerts.yml", "lake.yml")) {
            Files.copy(home.resolve("config").resolve(name), config.resolve(name));
        }
        Files.writeString(
                config.resolve("symbols.yml"),
                symbols.stream()
                        .map(symbol -> "  - " + symbol + "\n")
                        .collect(Collectors.joining("", "symbols:\n", "")));
    }

    /** Returns when all three are ready. */
    Endpoints start(ComposeImages backing, String simulator) throws IOException {
        var endpoints = new Endpoints(
                backing.kafka().getBootstrapServers(),
                backing.registryUrl(),
                backing.minio().getS3URL(),
                simulator,
                local(FreePorts.pick()),
                local(FreePorts.pick()),
                local(FreePorts.pick()));
        start(
                "stream-processor",
                endpoints,
                endpoints.stream(),
                Map.of("MARKETLAKE_STREAM_STATE_DIR", folder.resolve("streams").toString()));
        start(
                "lake-sink",
                endpoints,
                endpoints.sink(),
                Map.of(
                        "S3_ENDPOINT", endpoints.store(),
                        "S3_ACCESS_KEY", backing.minio().getUserName(),
                        "S3_SECRET_KEY", backing.minio().getPassword()));
        start(
                "ingest-service",
                endpoints,
                endpoints.ingest(),
                Map.of(
                        "MARKETLAKE_INGEST_ROUNDS", "1",
                        "ALPHA_VANTAGE_BASE_URL", simulator,
                        "ALPHA_VANTAGE_API_KEY", "demo",
                        "FINNHUB_BASE_URL", simulator + "/api/v1",
                        "FINNHUB_API_KEY", "demo",
                        "MARKETLAKE_INGEST_ALPHAVANTAGE_STAMP", "CLOSE",
                        "MARKETLAKE_INGEST_ALPHAVANTAGE_OUTPUTSIZE", "full"));
        return endpoints;
    }

    private void start(String module, Endpoints endpoints, String address, Map<String, String> own) throws IOException {
        var environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", endpoints.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", endpoints.registryUrl(),
                "MARKETLAKE_CONFIG", config.toString(),
                "SERVER_PORT", Integer.toString(URI.create(address).getPort())));
        environment.putAll(own);
        running.add(JavaProgram.ofJar(module, jar(module), folder.resolve(module + ".log"))
                .withJvmFlags(FLAGS)
                .withEnvironment(environment)
                .start(new Readiness.Answers(URI.create(address + "/actuator/health/readiness")), PATIENCE));
    }

    private Path jar(String module) throws IOException {
        try (var files = Files.newDirectoryStream(home.resolve(module).resolve("target"), module + "-*.jar")) {
            return files.iterator().next();
        }
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        running.forEach(ChildProcess::close);
    }
}
