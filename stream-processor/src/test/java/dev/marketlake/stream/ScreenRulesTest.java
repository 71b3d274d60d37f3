package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 4: what makes a bar invalid, what is only noted, and where the bars of each go. */
class ScreenRulesTest {
    @Test
    void a_close_far_from_the_median_of_twenty_bars_is_invalid_and_has_no_readings() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 20, 100, 10)))
                    .pipe(Raw.minute("AAPL", "2019-02-15 10:20", 121, 10))
                    .pipe(Raw.minute("AAPL", "2019-02-15 10:21", 119, 10));

            List<Bar> bars = market.bars();
            assertThat(bars.get(20).getValid()).isFalse();
            assertThat(bars.get(20).getViolations()).containsExactly("FAR_FROM_MEDIAN");
            assertThat(bars.get(21).getValid()).isTrue();
            assertThat(market.indicators())
                    .hasSize(21)
                    .noneMatch(row -> row.getClose().intValue() == 121);
        }
    }

    @Test
    void fewer_than_twenty_bars_before_do_not_judge() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 19, 100, 10)))
                    .pipe(Raw.minute("AAPL", "2019-02-15 10:19", 500, 10));

            assertThat(market.bars()).allMatch(Bar::getValid);
        }
    }

    @Test
    void invalid_bars_count_among_the_twenty() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 20, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:20", 12, 200, 10)));

            List<Boolean> valid = market.bars().stream().map(Bar::getValid).toList();
            assertThat(valid.subList(20, 31)).containsOnly(false);
            assertThat(valid.get(31)).isTrue();
        }
    }

    @Test
    void a_bar_off_the_grid_or_outside_any_session_is_invalid() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                    Raw.minute("AAPL", "2019-02-15 10:00:30", 100, 10),
                    Raw.minute("AAPL", "2019-02-15 23:00", 100, 10),
                    Raw.minute("AAPL", "2019-02-16 11:00", 100, 10),
                    Raw.minute("AAPL", "2019-02-18 11:00", 100, 10));

            List<Bar> bars = market.bars();
            assertThat(bars)
                    .extracting(bar -> bar.getViolations().getFirst())
                    .containsExactly("OFF_GRID", "OUTSIDE_SESSION", "OUTSIDE_SESSION", "OUTSIDE_SESSION");
            assertThat(bars).extracting(Bar::getSession).containsExactly("REGULAR", "CLOSED", "CLOSED", "CLOSED");
            assertThat(bars).noneMatch(Bar::getValid);
            assertThat(market.flush().indicators()).isEmpty();
        }
    }

    @Test
    void zero_volume_is_noted_and_used() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "VIX")) {
            market.pipe(Raw.minute("VIX", "2019-02-15 10:00", 15, 0)).flush();

            Bar bar = market.bars().getFirst();
            assertThat(bar.getValid()).isTrue();
            assertThat(bar.getViolations()).containsExactly("ZERO_VOLUME");
            assertThat(market.indicators()).hasSize(1);
        }
    }

    @Test
    void bars_before_and_after_regular_hours_are_kept_valid_but_feed_neither_readings_nor_the_day() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                            Raw.minute("AAPL", "2019-02-15 08:00", 90, 7),
                            Raw.minute("AAPL", "2019-02-15 10:00", 100, 10),
                            Raw.minute("AAPL", "2019-02-15 17:00", 110, 5))
                    .flush();

            List<Bar> bars = market.bars();
            assertThat(bars).allMatch(Bar::getValid);
            assertThat(bars).extracting(Bar::getSession).containsExactly("PRE", "REGULAR", "POST", "REGULAR");
            Bar day = bars.getLast();
            assertThat(day.getInterval()).isEqualTo("1d");
            assertThat(day.getVolume()).isEqualTo(10);
            assertThat(day.getHigh()).isEqualByComparingTo("100");
            assertThat(market.indicators()).extracting(Indicators::getVolume).containsExactly(10L);
        }
    }

    @Test
    void on_a_half_day_the_afternoon_is_after_hours() {
        try (MarketDriver market = new MarketDriver(
                Settings.minutesAndDays(), Spike.NO_RULES, java.time.Instant.parse("2021-01-01T00:00:00Z"), "AAPL")) {
            market.pipe(
                    Raw.minute("AAPL", "2020-11-27 12:59", 100, 1).observed("2020-12-01T00:00:00Z", "r", 0),
                    Raw.minute("AAPL", "2020-11-27 13:00", 100, 1).observed("2020-12-01T00:00:00Z", "r", 1),
                    Raw.minute("AAPL", "2020-11-27 17:00", 100, 1).observed("2020-12-01T00:00:00Z", "r", 2));

            assertThat(market.bars()).extracting(Bar::getSession).containsExactly("REGULAR", "POST", "CLOSED");
        }
    }

    @Test
    void a_late_bar_screens_the_following_bars_again() {
        List<Raw> flat = Day.flat("AAPL", "2019-02-15 10:00", 20, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(flat.subList(1, 20)))
                    .pipe(Raw.minute("AAPL", "2019-02-15 10:20", 121, 10))
                    .flush();
            assertThat(market.bars()).allMatch(Bar::getValid);
            assertThat(market.indicators()).hasSize(20).noneMatch(Indicators::getDeleted);

            market.pipe(flat.getFirst()).flush();

            Bar judged = market.bars().stream()
                    .filter(bar -> bar.getInterval().equals("1m") && !bar.getValid())
                    .findFirst()
                    .orElseThrow();
            assertThat(judged.getOpenTime()).isEqualTo("2019-02-15T15:20:00Z");
            assertThat(market.indicators())
                    .filteredOn(Indicators::getDeleted)
                    .extracting(row -> row.getOpenTime().toString())
                    .containsExactly("2019-02-15T15:20:00Z");
        }
    }
}
