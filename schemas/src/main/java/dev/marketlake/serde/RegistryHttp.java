package dev.marketlake.serde;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to the registry, sent to its addresses in order until one answers. An address that cannot be reached, is overloaded or
 * broken (HTTP 408, 429, 5xx) is passed over; any other answer is final. Safe for any thread.
 */
final class RegistryHttp {
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    /** One for all: each has a thread of its own, and a topology has dozens of serializers. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private final List<RegistryEndpoint> endpoints;
    private final Duration patience;

    /** @param patience how long one address may take for a whole answer */
    RegistryHttp(List<RegistryEndpoint> endpoints, Duration patience) {
        this.endpoints = endpoints;
        this.patience = patience;
    }

    /** @see #answer */
    JsonNode get(String path) {
        return answer("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    /** @see #answer */
    JsonNode post(String path, String body) {
        return answer("POST", path, HttpRequest.BodyPublishers.ofString(body));
    }

    /**
     * The JSON of the first address that answers.
     *
     * @throws RegistryRefusal where it says no
     * @throws SerializationException where it answers with no JSON
     * @throws TimeoutException where no address answers: trying again helps
     */
    private JsonNode answer(String method, String path, HttpRequest.BodyPublisher body) {
        String failures = "";
        for (RegistryEndpoint endpoint : endpoints) {
            try {
                HttpResponse<String> answer = send(request(endpoint, method, path, body));
                if (!isTransient(answer.statusCode())) {
                    return read(answer, method + " " + endpoint + path);
                }
                failures += ", " + endpoint + " answered HTTP " + answer.statusCode();
            } catch (IOException e) {
                failures += ", " + endpoint + " failed with "
                        + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            }
        }
        throw new TimeoutException("schema registry does not answer: start it, or correct " + RegistrySettings.URL
                + " (" + failures.substring(2) + ")");
    }

    private static HttpRequest request(
            RegistryEndpoint endpoint, String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.base() + path))
                .header("Content-Type", JSON)
                .header("Accept", JSON + ", application/json");
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.method(method, body).build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        // The client's own time-out ends with the headers; this one covers a body that never comes too.
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new InterruptException("interrupted while asking the schema registry", e);
        }
    }

    private static boolean isTransient(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private static JsonNode read(HttpResponse<String> answer, String call) {
        if (answer.statusCode() / 100 != 2) {
            throw RegistryRefusal.of(call, answer.statusCode(), answer.body());
        }
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new SerializationException("schema registry answered " + call + " with no JSON: is "
                    + RegistrySettings.URL + " the address of a registry?");
        }
    }
}
