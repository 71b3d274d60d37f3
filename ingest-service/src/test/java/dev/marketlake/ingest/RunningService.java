package dev.marketlake.ingest;

import dev.marketlake.backing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service in this JVM, on a port of its own, as a user would start it. */
final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when it polls. */
    static RunningService start(List<String> arguments) {
        return new RunningService(new SpringApplicationBuilder(IngestServiceApplication.class)
                .main(IngestServiceApplication.class)
                .run(arguments.toArray(String[]::new)));
    }

    /** Arguments that name everything the service needs. */
    static List<String> arguments(Backing backing, URI exchange, Path config) {
        return List.of(
                "--server.port=" + FreePorts.pick(),
                "--spring.kafka.bootstrap-servers=" + backing.broker().bootstrapServers(),
                "--spring.kafka.properties.schema.registry.url="
                        + backing.registry().url(),
                "--marketlake.ingest.config=" + config,
                "--marketlake.ingest.alpha-vantage.base-url=" + exchange,
                "--marketlake.ingest.finnhub.base-url=" + exchange,
                "--marketlake.ingest.alpha-vantage.api-key=s3cr3t-av-key",
                "--marketlake.ingest.finnhub.api-key=s3cr3t-fh-key",
                "--marketlake.ingest.alpha-vantage.requests-per-second=200",
                "--marketlake.ingest.alpha-vantage.requests-per-day=0",
                "--marketlake.ingest.finnhub.requests-per-second=200",
                "--marketlake.ingest.finnhub.requests-per-minute=0",
                "--marketlake.ingest.retry.backoff=20ms",
                "--marketlake.ingest.retry.pause=100ms",
                "--marketlake.ingest.breaker.open-for=100ms",
                "--marketlake.ingest.publish.retry=200ms");
    }

    /** A config folder with these symbols. */
    static Path config(Path dir, String... symbols) {
        try {
            Files.writeString(dir.resolve("symbols.yml"), "symbols: [" + String.join(", ", symbols) + "]\n");
            Files.copy(Path.of("../config/topics.yml"), dir.resolve("topics.yml"));
            return dir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode ingest() {
        return JsonMapper.shared().readTree(get("/api/ingest").body());
    }

    HttpResponse<String> get(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
