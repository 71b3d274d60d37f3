package dev.marketlake.allinone.suite;

import dev.marketlake.backing.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits until a child answers at its health address, and remembers what it lacked when last asked. For one use. */
final class HealthWait {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);

    private final URI health;
    private final long giveUpAt;
    private String lacking = "it does not answer at its health address";

    HealthWait(URI health, Duration patience) {
        this.health = health;
        this.giveUpAt = System.nanoTime() + patience.toNanos();
    }

    /** How a wait ended. */
    sealed interface End {
        /** It answered with success. */
        record Ready() implements End {}

        /**
         * The child ended first.
         *
         * @param code exit code of the child
         */
        record Gone(int code) implements End {}

        /**
         * Patience ended first.
         *
         * @param lacking what its health said last
         */
        record TimedOut(String lacking) implements End {}
    }

    End await(ChildProcess child) throws InterruptedException {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(ONE_LOOK)
                .build()) {
            while (System.nanoTime() - giveUpAt < 0) {
                if (isReady(http)) {
                    return new End.Ready();
                }
                if (!child.isAlive() || hasLeftWithin(BETWEEN_LOOKS, child)) {
                    return new End.Gone(child.exit().join());
                }
            }
            return new End.TimedOut(lacking);
        }
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        var request = HttpRequest.newBuilder(health).timeout(ONE_LOOK).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            lacking = HealthReport.lacking(answer.body())
                    .orElse("its health address answers HTTP " + answer.statusCode());
            return answer.statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean hasLeftWithin(Duration patience, ChildProcess child) throws InterruptedException {
        try {
            child.exit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException unknown) {
            return true;
        }
    }
}
