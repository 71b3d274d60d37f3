package dev.marketlake.simulator.market;

import static dev.marketlake.simulator.market.Markets.NYSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MarketClockTest {
    private static final Instant WALL_START = Instant.parse("2026-11-21T12:00:00Z");
    /** A Friday, ten minutes before the close. */
    private static final Instant ORIGIN = Instant.parse("2026-11-06T20:50:00Z");

    @Test
    void runs_at_its_speed_inside_a_session() {
        assertThat(after(Duration.ofSeconds(6), 60)).isEqualTo(ORIGIN.plus(Duration.ofMinutes(6)));
        assertThat(after(Duration.ofMillis(500), 60)).isEqualTo(ORIGIN.plusSeconds(30));
    }

    @Test
    void skips_nights_weekends_and_holidays() {
        assertThat(after(Duration.ofSeconds(10), 60))
                .as("Friday's close is Monday's open")
                .isEqualTo("2026-11-09T14:30:00Z");
        Instant beforeThanksgiving = Instant.parse("2025-11-26T20:59:00Z");
        assertThat(at(WALL_START.plusSeconds(2), beforeThanksgiving, 60)).isEqualTo("2025-11-28T14:31:00Z");
        assertThat(at(WALL_START.plusSeconds(1 + 210), beforeThanksgiving, 60))
                .as("an early close ends the day after 210 minutes")
                .isEqualTo("2025-12-01T14:30:00Z");
    }

    @Test
    void starts_at_the_next_open_where_its_origin_is_outside_a_session() {
        assertThat(at(WALL_START, Instant.parse("2026-11-07T05:00:00Z"), 10)).isEqualTo("2026-11-09T14:30:00Z");
        assertThat(at(WALL_START, Instant.parse("2026-11-06T22:00:00Z"), 10)).isEqualTo("2026-11-09T14:30:00Z");
        assertThat(at(WALL_START.plusSeconds(6), Instant.parse("2026-11-06T22:00:00Z"), 10))
                .isEqualTo("2026-11-09T14:31:00Z");
    }

    @Test
    void stands_at_its_origin_before_its_wall_start() {
        assertThat(at(WALL_START.minusSeconds(100), ORIGIN, 10)).isEqualTo(ORIGIN);
    }

    @Test
    void never_passes_the_wall_clock() {
        Instant wallStart = Instant.parse("2026-11-18T15:00:00Z");
        Clock wall = Clock.fixed(wallStart.plusSeconds(30), ZoneOffset.UTC);
        Instant sameDay = Instant.parse("2026-11-18T14:30:00Z");
        assertThat(MarketClock.accelerated(NYSE, wall, sameDay, wallStart, 600).now())
                .isEqualTo(wall.instant());
        assertThat(after(Duration.ofHours(5), 100_000)).isEqualTo(WALL_START.plus(Duration.ofHours(5)));
    }

    @Test
    void never_goes_back() {
        Instant last = Instant.MIN;
        for (int millis = 0; millis < 400_000; millis += 7) {
            Instant now = after(Duration.ofMillis(millis), 600);
            assertThat(now).isAfterOrEqualTo(last);
            last = now;
        }
    }

    @Test
    void continues_after_a_restart_with_the_same_origin_and_wall_start() {
        Instant wall = WALL_START.plusSeconds(777);
        assertThat(at(wall, ORIGIN, 30)).isEqualTo(at(wall, ORIGIN, 30)).isNotEqualTo(ORIGIN);
    }

    @Test
    void a_clock_with_an_end_stands_still_there() {
        Instant end = ORIGIN.plusSeconds(60);
        assertThat(running(WALL_START.plusSeconds(100), ORIGIN, 60).until(end).now())
                .isEqualTo(end);
        assertThat(running(WALL_START, ORIGIN, 60).until(end).now()).isEqualTo(ORIGIN);
    }

    private static Instant after(Duration elapsed, double speed) {
        return at(WALL_START.plus(elapsed), ORIGIN, speed);
    }

    private static Instant at(Instant wall, Instant origin, double speed) {
        return running(wall, origin, speed).now();
    }

    private static MarketClock running(Instant wall, Instant origin, double speed) {
        return MarketClock.accelerated(NYSE, Clock.fixed(wall, ZoneOffset.UTC), origin, WALL_START, speed);
    }
}
