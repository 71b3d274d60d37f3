package dev.marketlake.serde;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of Confluent's schema registry protocol that writing and reading need. Answers are kept for ever: an id never changes its
 * schema, so a registry that goes down hurts only schemas not seen yet. Safe for any thread.
 */
final class SchemaRegistryClient {
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RegistrySettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Written, RegisteredSchema> written = new ConcurrentHashMap<>();

    /** A schema with the id that stands for it on the wire. */
    record RegisteredSchema(int id, Schema schema) {}

    private record Written(String subject, Schema schema) {}

    SchemaRegistryClient(RegistrySettings settings) {
        this.settings = settings;
    }

    /** The schema of an id. @throws SerializationException where the registry does not know it; retriable where it did not answer */
    Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema fetched = parse(call("GET", "/schemas/ids/" + id, null));
        schemas.put(id, fetched);
        return fetched;
    }

    /** What to write records of {@code schema} with under {@code subject}, registering it where allowed. */
    RegisteredSchema forWriting(String subject, Schema schema) {
        Written key = new Written(subject, schema);
        RegisteredSchema known = written.get(key);
        if (known != null) {
            return known;
        }
        RegisteredSchema fetched = lookUp(subject, schema);
        written.put(key, fetched);
        return fetched;
    }

    private RegisteredSchema lookUp(String subject, Schema schema) {
        String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        if (settings.useLatestVersion()) {
            JsonNode latest = call("GET", path + "/versions/latest", null);
            return new RegisteredSchema(latest.required("id").asInt(), parse(latest));
        }
        String body = MAPPER.createObjectNode().put("schema", schema.toString()).toString();
        JsonNode answer = call("POST", settings.autoRegister() ? path + "/versions" : path, body);
        return new RegisteredSchema(answer.required("id").asInt(), schema);
    }

    private static Schema parse(JsonNode answer) {
        return new Schema.Parser().parse(answer.required("schema").asString());
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        IOException last = null;
        for (URI base : settings.urls()) {
            try {
                HttpResponse<String> answer =
                        http.send(request(base, method, path, body), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() >= 500) {
                    last = new IOException("HTTP " + answer.statusCode());
                    continue;
                }
                return read(answer, method + " " + path);
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SerializationException("interrupted while asking the schema registry", e);
            }
        }
        throw new TimeoutException(
                "schema registry does not answer at " + settings.urls() + ": start it, or correct "
                        + RegistrySettings.URL,
                last);
    }

    private HttpRequest request(URI base, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .header("Content-Type", JSON)
                .header("Accept", JSON + ", application/json");
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode read(HttpResponse<String> answer, String call) {
        if (answer.statusCode() / 100 != 2) {
            throw new SerializationException("schema registry refused " + call + ": HTTP " + answer.statusCode() + " "
                    + shortened(answer.body()));
        }
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new SerializationException("schema registry answered " + call + " with no JSON", e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
