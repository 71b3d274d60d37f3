package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blueprint step 5: regular minutes to coarser bars and days, and when a bar is complete. */
class RollUpTest {
    @Test
    void a_day_is_sent_once_however_many_minutes_came() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 09:30", 50, 100, 10)))
                    .flush();

            Bar day = days(market).getFirst();
            assertThat(day.getOpenTime()).isEqualTo("2019-02-15T14:30:00Z");
            assertThat(day.getTradeDate()).isEqualTo("2019-02-15");
            assertThat(day.getChildCount()).isEqualTo(50);
            assertThat(day.getVolume()).isEqualTo(500);
            assertThat(day.getSource()).isEqualTo("DERIVED");
            assertThat(day.getComplete() && day.getValid()).isTrue();
            assertThat(day.getObservedAt()).isEqualTo("2019-03-01T00:00:00Z");
        }
    }

    @Test
    void a_correction_sends_the_day_again_and_one_that_changes_nothing_does_not() {
        Raw bar = Raw.minute("AAPL", "2019-02-15 10:00", 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(bar).flush();
            market.pipe(bar.volume("30").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();
            market.pipe(bar.volume("30").observed("2019-03-01T02:00:00Z", "again", 0))
                    .flush();

            List<Bar> days = days(market);
            assertThat(days).extracting(Bar::getVolume).containsExactly(10L, 30L);
            assertThat(days).extracting(Bar::getRevision).containsExactly(0, 1);
        }
    }

    @Test
    void a_day_goes_on_where_it_was_left_and_is_folded_anew_where_a_minute_in_it_changes() {
        Raw second = Raw.minute("AAPL", "2019-02-15 10:01", 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10), second).flush();
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:03", 101, 10)).flush();
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:02", 103, 10)).flush();
            market.pipe(second.volume("30").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:04", 102, 10)).flush();

            List<Bar> days = days(market);
            assertThat(days).extracting(Bar::getChildCount).containsExactly(2, 3, 4, 4, 5);
            assertThat(days).extracting(Bar::getVolume).containsExactly(20L, 30L, 40L, 60L, 70L);
            assertThat(days).extracting(day -> day.getClose().intValue()).containsExactly(100, 101, 101, 101, 102);
        }
    }

    @Test
    void a_day_without_a_valid_minute_left_is_withdrawn() {
        List<Raw> before = Day.flat("AAPL", "2019-02-14 15:00", 20, 100, 10);
        Raw only = Raw.minute("AAPL", "2019-02-15 10:00", 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(before)).pipe(only).flush();
            market.pipe(only.prices("300", "300", "300", "300").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            List<Bar> days = days(market);
            assertThat(days).hasSize(3);
            Bar withdrawn = days.getLast();
            assertThat(withdrawn.getDeleted()).isTrue();
            assertThat(withdrawn.getTradeDate()).isEqualTo("2019-02-15");
            assertThat(withdrawn.getClose()).isNull();
            assertThat(withdrawn.getVolume()).isNull();
            assertThat(withdrawn.getComplete() || withdrawn.getValid()).isFalse();
            assertThat(withdrawn.getRevision()).isEqualTo(1);
        }
    }

    @Test
    void a_withdrawn_day_comes_back_with_a_valid_minute() {
        List<Raw> before = Day.flat("AAPL", "2019-02-14 15:00", 20, 100, 10);
        Raw wild = Raw.minute("AAPL", "2019-02-15 10:00", 300, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(before)).pipe(wild).flush();
            assertThat(days(market))
                    .extracting(bar -> bar.getTradeDate().toString())
                    .containsExactly("2019-02-14");

            market.pipe(wild.prices("100", "100", "100", "100").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(days(market)).extracting(Bar::getDeleted).containsExactly(false);
        }
    }

    @Test
    void an_incomplete_minute_is_sent_as_such_and_again_when_it_is_complete() {
        Instant during = Instant.parse("2019-02-15T15:00:30Z");
        try (MarketDriver market = new MarketDriver(Settings.minutesAndDays(), Spike.NO_RULES, during, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).observed("2019-02-15T15:00:20Z", "r", 0));
            market.advance(Duration.ofSeconds(80));
            assertThat(market.bars()).extracting(Bar::getComplete).containsExactly(false);
            assertThat(market.indicators()).isEmpty();

            market.advance(Duration.ofSeconds(11));

            assertThat(market.bars()).extracting(Bar::getComplete).containsExactly(true);
            assertThat(market.indicators()).hasSize(1);
        }
    }

    @Test
    void a_later_observation_completes_a_bar_where_the_clock_is_behind() {
        Instant longAgo = Instant.parse("2019-01-01T00:00:00Z");
        try (MarketDriver market = new MarketDriver(Settings.minutesAndDays(), Spike.NO_RULES, longAgo, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).observed("2019-02-15T15:00:20Z", "r", 0));
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:02", 100, 10).observed("2019-02-15T15:02:00Z", "s", 0));

            assertThat(market.bars()).extracting(Bar::getComplete).containsExactly(false, true, false);
        }
    }

    @Test
    void a_day_is_sent_only_after_its_close_and_grace() {
        Instant during = Instant.parse("2019-02-15T20:59:00Z");
        try (MarketDriver market = new MarketDriver(Settings.minutesAndDays(), Spike.NO_RULES, during, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).observed("2019-02-15T15:02:00Z", "r", 0));
            assertThat(days(market.advance(Duration.ofSeconds(119)))).isEmpty();

            assertThat(days(market.advance(Duration.ofSeconds(1)))).hasSize(1);
        }
    }

    @Test
    void minutes_make_every_coarser_bar_on_the_clock_grid_cut_at_the_open() {
        try (MarketDriver market = rolling("5m,15m,30m,1h,1d")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 09:30", 65, 100, 10)))
                    .flush();

            List<Bar> bars = market.bars();
            assertThat(starts(bars, "1h")).containsExactly("14:30", "15:00");
            assertThat(starts(bars, "30m")).containsExactly("14:30", "15:00", "15:30");
            assertThat(starts(bars, "15m")).containsExactly("14:30", "14:45", "15:00", "15:15", "15:30");
            assertThat(starts(bars, "5m")).hasSize(13);
            assertThat(bars)
                    .filteredOn(bar -> bar.getInterval().equals("1h"))
                    .extracting(Bar::getChildCount)
                    .containsExactly(30, 35);
        }
    }

    @Test
    void a_coarser_bar_is_sent_once_its_slot_and_the_grace_are_over() {
        Instant during = Instant.parse("2019-02-15T15:03:00Z");
        try (MarketDriver market = rolling("5m", during)) {
            for (int minute = 0; minute < 3; minute++) {
                market.pipe(Raw.minute("AAPL", "2019-02-15 10:0" + minute, 100 + minute, 10)
                        .observed("2019-02-15T15:03:00Z", "r", minute));
            }
            assertThat(starts(market.advance(Duration.ofSeconds(179)).bars(), "5m"))
                    .isEmpty();

            List<Bar> bars = market.advance(Duration.ofSeconds(1)).bars();

            assertThat(starts(bars, "5m")).containsExactly("15:00");
            Bar five = bars.getLast();
            assertThat(five.getOpen()).isEqualByComparingTo("100");
            assertThat(five.getClose()).isEqualByComparingTo("102");
            assertThat(five.getVolume()).isEqualTo(30);
            assertThat(five.getChildCount()).isEqualTo(3);
        }
    }

    @Test
    void a_corrected_minute_sends_its_coarser_bar_again_and_the_readings_that_rest_on_it() {
        List<Raw> minutes = Day.flat("AAPL", "2019-02-15 10:00", 60, 100, 10);
        try (MarketDriver market = rolling("5m")) {
            market.pipe(Day.array(minutes)).flush();
            assertThat(readings(market)).hasSize(12);
            market.bars();

            market.pipe(minutes.get(27).later(0, 101, 10).observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(starts(market.bars(), "5m")).containsExactly("15:25");
            assertThat(readings(market))
                    .extracting(row -> row.getOpenTime().toString().substring(11, 16))
                    .isSorted()
                    .startsWith("15:25")
                    .hasSize(7);
        }
    }

    @Test
    void a_coarser_bar_without_a_valid_minute_left_is_withdrawn_with_its_readings() {
        List<Raw> minutes = Day.flat("AAPL", "2019-02-15 10:00", 41, 100, 10);
        Raw only = minutes.get(40);
        try (MarketDriver market = rolling("5m")) {
            market.pipe(Day.array(minutes)).flush();
            readings(market);
            market.bars();

            market.pipe(only.prices("300", "300", "300", "300").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(market.bars())
                    .filteredOn(bar -> bar.getInterval().equals("5m"))
                    .extracting(Bar::getDeleted)
                    .containsExactly(true);
            assertThat(readings(market)).extracting(Indicators::getDeleted).containsExactly(true);

            market.pipe(only.observed("2019-03-01T02:00:00Z", "again", 0)).flush();

            assertThat(market.bars())
                    .filteredOn(bar -> bar.getInterval().equals("5m"))
                    .extracting(Bar::getDeleted)
                    .containsExactly(false);
            assertThat(readings(market)).extracting(Indicators::getDeleted).containsExactly(false);
        }
    }

    private static MarketDriver rolling(String intervals) {
        return rolling(intervals, Instant.parse("2019-03-02T00:00:00Z"));
    }

    private static MarketDriver rolling(String intervals, Instant clock) {
        return new MarketDriver(Settings.of(Map.of("roll-ups", intervals)), Spike.NO_RULES, clock, "AAPL");
    }

    private static List<Indicators> readings(MarketDriver market) {
        return market.indicators().stream()
                .filter(row -> row.getInterval().equals("5m"))
                .toList();
    }

    /** UTC times at which the bars of an interval start. */
    private static List<String> starts(List<Bar> bars, String interval) {
        return bars.stream()
                .filter(bar -> bar.getInterval().equals(interval))
                .map(bar -> bar.getOpenTime().toString().substring(11, 16))
                .toList();
    }

    private static List<Bar> days(MarketDriver market) {
        return market.bars().stream()
                .filter(bar -> bar.getInterval().equals("1d"))
                .toList();
    }
}
