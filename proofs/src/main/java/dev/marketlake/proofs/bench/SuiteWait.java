package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.proofs.claim.ProofFailed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something to hold of a running suite, and gives up where one of its processes has ended by itself. */
record SuiteWait(Suite suite) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * Returns when it holds.
     *
     * @param what to follow "waited for"
     * @throws ProofFailed where it does not within {@code patience}, or a process fell
     */
    void until(String what, Duration patience, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            for (var fallen : suite.fallen()) {
                throw new ProofFailed("the " + fallen.title() + " ended by itself; " + suite.lastWords(fallen));
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new ProofFailed("waited " + patience.toSeconds() + " s for " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }
}
