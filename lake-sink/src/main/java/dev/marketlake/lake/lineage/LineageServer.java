package dev.marketlake.lake.lineage;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The server that is told, over HTTP. For one thread at a time. */
final class LineageServer implements AutoCloseable {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final LineageSettings settings;
    private final HttpClient http;

    LineageServer(LineageSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** What became of an event. */
    sealed interface Answer {
        /** The server has it. */
        record Taken() implements Answer {}

        /** Another try may help. */
        record Absent(String reason) implements Answer {}

        /** Another try would not. */
        record Refused(String reason) implements Answer {}
    }

    /** Sends one, and waits for the answer no longer than the time-out. @param event as JSON */
    Answer send(String event) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.endpoint())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event));
        settings.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                return new Answer.Taken();
            }
            String reason = settings.endpoint() + " answers " + status;
            return status / 100 == 5 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                    ? new Answer.Absent(reason)
                    : new Answer.Refused(reason);
        } catch (IOException failure) {
            return new Answer.Absent(settings.endpoint() + " does not answer: " + failure);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
