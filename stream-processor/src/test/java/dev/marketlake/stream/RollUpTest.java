package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 5: regular minutes to days, and when a bar is complete. */
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
        try (MarketDriver market = new MarketDriver(Settings.defaults(), Spike.NO_RULES, during, "AAPL")) {
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
        try (MarketDriver market = new MarketDriver(Settings.defaults(), Spike.NO_RULES, longAgo, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).observed("2019-02-15T15:00:20Z", "r", 0));
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:02", 100, 10).observed("2019-02-15T15:02:00Z", "s", 0));

            assertThat(market.bars()).extracting(Bar::getComplete).containsExactly(false, true, false);
        }
    }

    @Test
    void a_day_is_sent_only_after_its_close_and_grace() {
        Instant during = Instant.parse("2019-02-15T20:59:00Z");
        try (MarketDriver market = new MarketDriver(Settings.defaults(), Spike.NO_RULES, during, "AAPL")) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).observed("2019-02-15T15:02:00Z", "r", 0));
            assertThat(days(market.advance(Duration.ofSeconds(119)))).isEmpty();

            assertThat(days(market.advance(Duration.ofSeconds(1)))).hasSize(1);
        }
    }

    private static List<Bar> days(MarketDriver market) {
        return market.bars().stream()
                .filter(bar -> bar.getInterval().equals("1d"))
                .toList();
    }
}
