package dev.marketlake.ingest.guard;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Monotonic time and waiting: the edge to the machine's clock, so that tests need not wait. */
public interface Ticks {

    /** Nanoseconds since some fixed moment; only differences mean something. */
    long nanos();

    /** Returns after {@code duration}, at once where it is zero or less. */
    void await(Duration duration) throws InterruptedException;

    /** The machine's. */
    static Ticks ofMachine() {
        return new Ticks() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void await(Duration duration) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            }
        };
    }
}
