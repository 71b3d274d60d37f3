package dev.marketlake.ingest.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Holds a provider's requests to its limits in <em>any</em> window of time, as the provider's clock sees them, and spreads them evenly.
 *
 * <p>A request reaches the provider somewhere between its start and its end here. So request n + k may start when request n has
 * <em>ended</em> a whole window ago: whatever the network does, the provider then never sees more than k in one window. Windows are
 * taken half a percent longer, for the provider's clock may run faster than ours. On top, starts are at least window / k apart, so that
 * permits are not spent in bursts.
 *
 * <pre>
 *   limit 2 per window          window
 *   start..end   |==1==|   |==2==|<----------->|==4==|
 *                      <------------>|==3==|
 * </pre>
 *
 * A limiter that renews its permits by the clock, as Resilience4j's does, lets twice the limit through around a renewal; that is why this
 * one is our own. A start of the service counts as a request, so that a restart does not double one. Used by one thread at a time.
 */
public final class Pace {

    /** At most {@code limit} requests in any {@code window}. */
    public record Allowance(int limit, Duration window) {
        public Allowance {
            if (limit < 1 || !window.isPositive()) {
                throw new IllegalArgumentException(
                        "an allowance needs a limit and a window: " + limit + " in " + window);
            }
        }

        private Duration spacing() {
            return window.dividedBy(limit);
        }

        private Duration cautiousWindow() {
            return window.plus(window.dividedBy(200));
        }
    }

    /** An allowance with the ends of the requests that may still count against it, oldest first. */
    private record Window(Allowance allowance, Deque<Long> ends) {}

    private final Ticks ticks;
    private final List<Window> windows;
    private final Duration spacing;
    private long earliestStart;

    public Pace(Ticks ticks, List<Allowance> allowances) {
        this.ticks = ticks;
        this.windows = allowances.stream()
                .map(allowance -> new Window(allowance, new ArrayDeque<>()))
                .toList();
        this.spacing = allowances.stream()
                .map(Allowance::spacing)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        this.earliestStart = ticks.nanos() + spacing.toNanos();
    }

    /** Keeps the next request from starting before {@code wait} has passed from now. */
    public void holdOff(Duration wait) {
        earliestStart = later(earliestStart, ticks.nanos() + wait.toNanos());
    }

    /**
     * Waits for the turn, then makes the request.
     *
     * @throws CancellationException where the thread is interrupted while waiting; no request is made and the interrupt stays set
     */
    public <T> T within(Supplier<T> request) {
        awaitTurn();
        earliestStart = ticks.nanos() + spacing.toNanos();
        try {
            return request.get();
        } finally {
            ended(ticks.nanos());
        }
    }

    /** How long a request would have to wait now. */
    public Duration waiting() {
        long start = earliestStart;
        for (Window window : windows) {
            if (window.ends().size() == window.allowance().limit()) {
                start = later(
                        start,
                        window.ends().getFirst()
                                + window.allowance().cautiousWindow().toNanos());
            }
        }
        return Duration.ofNanos(Math.max(0, start - ticks.nanos()));
    }

    private void awaitTurn() {
        try {
            for (Duration wait = waiting(); wait.isPositive(); wait = waiting()) {
                ticks.await(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a permit");
        }
    }

    private void ended(long now) {
        for (Window window : windows) {
            if (window.ends().size() == window.allowance().limit()) {
                window.ends().removeFirst();
            }
            window.ends().addLast(now);
        }
    }

    /** Nanosecond readings may wrap round: only their difference is compared. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
