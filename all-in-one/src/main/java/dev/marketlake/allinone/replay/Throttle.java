package dev.marketlake.allinone.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Holds the calling thread back so that no more than so many events a second pass. For one thread. */
final class Throttle {
    private final int rate;
    private final long began = System.nanoTime();
    private long passed;

    /** @param rate events per second; 0 for no limit */
    Throttle(int rate) {
        this.rate = rate;
    }

    /** So many that they pass within a fifth of a second, or 2,000. */
    int batch() {
        int most = 2_000;
        return rate == 0 ? most : Math.clamp(rate / 5, 1, most);
    }

    /** Waits until {@code events} more may have passed. */
    void pass(int events) {
        passed += events;
        if (rate > 0) {
            long due = began + Duration.ofSeconds(1).toNanos() * passed / rate;
            for (long left = due - System.nanoTime();
                    left > 0 && !Thread.currentThread().isInterrupted(); ) {
                LockSupport.parkNanos(left);
                left = due - System.nanoTime();
            }
        }
    }
}
