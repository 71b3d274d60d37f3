package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaRegistryTest {
    private static final String QUOTE = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Quote\\",\\"fields\\":[%s]}"}""";
    private static final String PRICE = """
            {\\"name\\":\\"price\\",\\"type\\":\\"double\\",\\"default\\":0}""";
    private static final String PRICE_AS_TEXT = """
            {\\"name\\":\\"price\\",\\"type\\":\\"string\\"}""";

    @TempDir
    Path dir;

    @Test
    void schema_ids_survive_a_kill() throws Exception {
        try (var registry = SchemaRegistry.start(SchemaRegistrySettings.in(dir))) {
            register(registry, QUOTE.formatted(""));
            var registered = register(registry, QUOTE.formatted(PRICE));
            assertThat(registered.statusCode()).isEqualTo(200);

            registry.kill();
            registry.restart();

            assertThat(get(registry, "/schemas/ids/" + idIn(registered)).body()).contains("price");
            assertThat(idIn(register(registry, QUOTE.formatted(PRICE)))).isEqualTo(idIn(registered));
        }
    }

    @Test
    void a_first_start_that_died_half_way_is_begun_again() throws Exception {
        var database = Files.createDirectories(dir.resolve("data")).resolve("registry.mv.db");
        Files.writeString(database, "half a database");

        try (var registry = SchemaRegistry.start(SchemaRegistrySettings.in(dir))) {
            assertThat(register(registry, QUOTE.formatted("")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_schema_that_cannot_read_the_last_one_is_refused() throws Exception {
        try (var registry = SchemaRegistry.start(SchemaRegistrySettings.in(dir))) {
            register(registry, QUOTE.formatted(PRICE));

            assertThat(register(registry, QUOTE.formatted(PRICE_AS_TEXT)).statusCode())
                    .isEqualTo(409);
        }
    }

    private static String idIn(HttpResponse<String> answer) {
        return answer.body().replaceAll(".*\"id\"\\s*:\\s*(\\d+).*", "$1");
    }

    private static HttpResponse<String> register(SchemaRegistry registry, String body)
            throws IOException, InterruptedException {
        return send(request(registry, "/subjects/quotes-value/versions").POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(SchemaRegistry registry, String path)
            throws IOException, InterruptedException {
        return send(request(registry, path));
    }

    private static HttpRequest.Builder request(SchemaRegistry registry, String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
