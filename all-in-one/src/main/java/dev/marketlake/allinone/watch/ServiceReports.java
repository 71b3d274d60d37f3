package dev.marketlake.allinone.watch;

import dev.marketlake.allinone.suite.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services over HTTP. No answer within 3 s, or none that can be read, is an empty report. */
public final class ServiceReports implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Endpoints endpoints;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public ServiceReports(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public Optional<IngestReport> ingest() {
        return get(endpoints.ingest() + "/api/ingest", new TypeReference<IngestReport>() {});
    }

    public Optional<List<TableReport>> tables() {
        return get(endpoints.sink() + "/api/tables", new TypeReference<List<TableReport>>() {});
    }

    /** Has the sink publish a table in spite of its checks. @return the checks that held it; empty where there is no answer */
    public Optional<List<String>> release(String table) {
        var request = HttpRequest.newBuilder(URI.create(endpoints.sink() + "/api/quality/release/" + table))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return switch (answer(request)) {
            case Answer.Good good -> parse(good.body(), new TypeReference<List<String>>() {});
            case Answer.Bad bad -> Optional.empty();
        };
    }

    /** Whether a GET of this address is answered with 2xx, and the answer's text. */
    public Answer ask(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        return answer(request);
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() / 100 == 2
                    ? new Answer.Good(response.body())
                    : new Answer.Bad("HTTP " + response.statusCode(), response.body());
        } catch (IOException down) {
            return new Answer.Bad("no answer", "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Bad("interrupted", "");
        }
    }

    private <T> Optional<T> get(String address, TypeReference<T> type) {
        return switch (ask(address)) {
            case Answer.Good good -> parse(good.body(), type);
            case Answer.Bad bad -> Optional.empty();
        };
    }

    private static <T> Optional<T> parse(String body, TypeReference<T> type) {
        try {
            return Optional.of(JSON.readValue(body, type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
