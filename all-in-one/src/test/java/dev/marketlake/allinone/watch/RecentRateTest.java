package dev.marketlake.allinone.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentRateTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final RecentRate rate = new RecentRate();

    @Test
    void the_first_look_tells_no_rate() {
        assertThat(rate.perSecond(START, 500)).isZero();
    }

    @Test
    void two_looks_tell_the_growth_between_them() {
        rate.perSecond(START, 500);
        assertThat(rate.perSecond(START.plusSeconds(2), 600)).isEqualTo(50);
    }

    @Test
    void a_burst_longer_ago_than_ten_seconds_no_longer_counts() {
        rate.perSecond(START, 0);
        rate.perSecond(START.plusSeconds(1), 1_000);
        rate.perSecond(START.plusSeconds(12), 1_000);
        assertThat(rate.perSecond(START.plusSeconds(23), 1_000)).isZero();
    }
}
