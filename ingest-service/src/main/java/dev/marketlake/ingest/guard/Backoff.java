package dev.marketlake.ingest.guard;

import dev.marketlake.ingest.fetch.Fetch;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave a provider alone after a failed attempt: {@code base} doubled with each attempt up to {@code most}, then shortened by
 * up to half at random, so that many clients do not come back together. A throttled request waits at least what the provider asked for.
 *
 * @param random not shared with other threads
 */
record Backoff(Duration base, Duration most, RandomGenerator random) {

    /** @param attempt from 1 */
    Duration after(int attempt, Fetch fetch) {
        int doublings = Math.min(attempt - 1, 20);
        Duration full = base.multipliedBy(1L << doublings);
        Duration capped = full.compareTo(most) > 0 ? most : full;
        Duration wait = Duration.ofNanos((long) (capped.toNanos() * (1 - random.nextDouble() / 2)));
        return fetch instanceof Fetch.Throttled throttled
                        && throttled.retryAfter().compareTo(wait) > 0
                ? throttled.retryAfter()
                : wait;
    }
}
