package dev.marketlake.backing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** Looks once, without waiting longer than a second, whether a started program is ready. Closed when the answer is in. */
final class ReadinessProbe implements AutoCloseable {
    private static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private final Readiness wanted;
    private final ChildLog log;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ONE_LOOK)
            .build();

    ReadinessProbe(Readiness wanted, ChildLog log) {
        this.wanted = wanted;
        this.log = log;
    }

    boolean isReady() {
        return switch (wanted) {
            case Readiness.AtOnce started -> true;
            case Readiness.Line line -> log.holdsLine(line.text());
            case Readiness.Answers answers -> answers2xx(answers.address());
        };
    }

    private boolean answers2xx(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(ONE_LOOK).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for " + address);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
