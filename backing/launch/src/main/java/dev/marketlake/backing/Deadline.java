package dev.marketlake.backing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A moment to give up waiting.
 *
 * @param atNanos in {@link System#nanoTime()}
 */
record Deadline(long atNanos) {
    private static final Duration PAUSE = Duration.ofMillis(25);

    static Deadline after(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /**
     * Asks until the answer is yes, and says whether it came in time. A starting program offers nothing to wait on but
     * its log and its port, so this is the one place that sleeps between two looks.
     */
    boolean await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - atNanos >= 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
