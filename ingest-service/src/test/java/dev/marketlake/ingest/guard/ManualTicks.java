package dev.marketlake.ingest.guard;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody waits, or is told to. Starts short of where nanosecond readings wrap round. */
final class ManualTicks implements Ticks {
    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());
    private final long begin = now.get();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public void await(Duration duration) {
        pass(duration.isNegative() ? Duration.ZERO : duration);
    }

    void pass(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    Duration elapsed() {
        return Duration.ofNanos(now.get() - begin);
    }
}
