package dev.marketlake.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.fetch.Fetch;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Fetch DOWN = new Fetch.Unavailable("HTTP 503");

    @Test
    void the_wait_doubles_up_to_the_most_and_loses_at_most_half_by_chance() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(1));
        for (int round = 0; round < 100; round++) {
            assertThat(backoff.after(1, DOWN)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(backoff.after(4, DOWN)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            assertThat(backoff.after(60, DOWN)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
    }

    @Test
    void the_same_seed_waits_the_same() {
        Backoff one = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7));
        Backoff other = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7));
        assertThat(one.after(3, DOWN)).isEqualTo(other.after(3, DOWN));
    }

    @Test
    void a_throttled_request_waits_at_least_what_the_provider_asks_for() {
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofSeconds(1), new Random(1));
        Fetch minute = new Fetch.Throttled(Fetch.Limit.MINUTE, Duration.ofSeconds(60), "slow down");
        assertThat(backoff.after(1, minute)).isEqualTo(Duration.ofSeconds(60));
    }
}
