package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.claim.ProofFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to hold of sinks, and gives up where one of them has ended by itself. */
record SinkWait(List<SinkProcess> sinks, Duration betweenLooks) {
    SinkWait(SinkProcess... sinks) {
        this(List.of(sinks), Duration.ofMillis(100));
    }

    /** @throws ProofFailed where it does not within {@code patience}, or a process ended */
    void until(String what, Duration patience, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            for (var sink : sinks) {
                if (!sink.isAlive()) {
                    throw new ProofFailed("a sink ended by itself; " + sink.lastWords());
                }
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new ProofFailed("waited " + patience.toSeconds() + " s for " + what + "; "
                        + sinks.getFirst().lastWords());
            }
            pause(betweenLooks);
        }
    }

    static void pause(Duration time) {
        try {
            new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }
}
