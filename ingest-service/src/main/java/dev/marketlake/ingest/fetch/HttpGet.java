package dev.marketlake.ingest.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The door to HTTP. Follows no redirects, so that a key goes nowhere else. Safe for any thread. */
public final class HttpGet implements AutoCloseable {
    private static final long LARGEST_BODY = 64L << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Clock clock;

    public HttpGet(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks, and waits for the last byte at most {@code timeout}.
     *
     * @throws CancellationException where the thread is interrupted; the exchange is cut and the interrupt stays set
     */
    public Exchange get(URI uri, Map<String, String> headers, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).header("User-Agent", "marketlake").header("Accept", "application/json");
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
        try {
            // The request's own time-out ends with the headers; a body that trickles must not hold the provider's
            // thread.
            HttpResponse<byte[]> whole = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Exchange.Answered(whole.statusCode(), retryAfter(whole), whole.body(), clock.instant());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Exchange.NoAnswer("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Exchange.NoAnswer(reason(e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an answer");
        }
    }

    /** Whatever a peer can make the client throw is no answer; only an Error is ours. */
    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
