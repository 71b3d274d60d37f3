package dev.marketlake.stream.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.observation.Micros;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private final MedianScreen median = new MedianScreen(0.2);

    @Test
    void a_close_further_than_the_threshold_from_the_median_of_twenty_is_far() {
        long[] hundred = flat(20, 100);

        assertThat(median.isFar(120, hundred)).isFalse();
        assertThat(median.isFar(121, hundred)).isTrue();
        assertThat(median.isFar(80, hundred)).isFalse();
        assertThat(median.isFar(79, hundred)).isTrue();
    }

    @Test
    void the_median_of_twenty_is_the_mean_of_the_two_in_the_middle() {
        long[] halves = LongStream.concat(Arrays.stream(flat(10, 100)), Arrays.stream(flat(10, 200)))
                .toArray();

        assertThat(median.isFar(180, halves)).isFalse();
        assertThat(median.isFar(181, halves)).isTrue();
    }

    @Test
    void a_wild_print_among_the_twenty_does_not_move_the_median() {
        long[] closes = flat(20, 100);
        closes[7] = 1_000_000;

        assertThat(median.isFar(121, closes)).isTrue();
    }

    @Test
    void fewer_than_twenty_bars_do_not_judge() {
        assertThat(median.isFar(1_000, flat(19, 100))).isFalse();
    }

    @Test
    void the_grid_is_the_clock_cut_at_session_edges() {
        assertThat(holds(Interval.M1, "2019-02-15T15:01:00Z")).isTrue();
        assertThat(holds(Interval.M1, "2019-02-15T15:01:07Z")).isFalse();
        assertThat(holds(Interval.M5, "2019-02-15T15:01:00Z")).isFalse();
        assertThat(holds(Interval.H1, "2019-02-15T14:30:00Z")).isTrue();
        assertThat(holds(Interval.H1, "2019-02-15T15:30:00Z")).isFalse();
    }

    private static boolean holds(Interval interval, String openTime) {
        return new Grid(NYSE, interval).holds(Micros.of(Instant.parse(openTime)));
    }

    private static long[] flat(int bars, long close) {
        long[] closes = new long[bars];
        Arrays.fill(closes, close);
        return closes;
    }
}
