package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.Divergence;
import dev.marketlake.stream.judge.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A source's own bar of 5m to 1h beside the roll-up of the minutes: one key, one row, and the source's word stands. */
class SentLongerBarsTest {
    private static final AlertRules DIVERGENCE = AlertRules.of(
            "divergence",
            new Divergence(new Terms("divergence", Interval.M5, AlertSeverity.WARNING, 0.1, Duration.ZERO), 0.5));
    private static final List<Raw> MINUTES = Day.flat("AAPL", "2019-02-15 10:00", 5, 100, 10);
    private static final Raw SENT =
            Raw.minute("AAPL", "2019-02-15 10:00", 101, 60).interval("5m");

    @Test
    void a_bar_that_a_source_sends_takes_the_place_of_the_roll_up() {
        try (MarketDriver market = market(Spike.NO_RULES)) {
            market.pipe(Day.array(MINUTES)).flush();
            assertThat(fives(market))
                    .extracting(Bar::getSource, Bar::getChildCount)
                    .containsExactly(tuple("DERIVED", 5));
            assertThat(readings(market)).extracting(Indicators::getVolume).containsExactly(50L);

            market.pipe(SENT).flush();

            assertThat(fives(market))
                    .extracting(Bar::getSource, Bar::getChildCount)
                    .containsExactly(tuple("ALPHA_VANTAGE", null));
            assertThat(readings(market)).extracting(Indicators::getVolume).containsExactly(60L);
        }
    }

    @Test
    void a_roll_up_that_comes_later_changes_nothing() {
        try (MarketDriver market = market(Spike.NO_RULES)) {
            market.pipe(SENT).flush();
            assertThat(fives(market)).extracting(Bar::getSource).containsExactly("ALPHA_VANTAGE");
            readings(market);

            market.pipe(Day.array(MINUTES)).flush();

            assertThat(fives(market)).isEmpty();
            assertThat(readings(market)).isEmpty();
        }
    }

    @Test
    void minutes_that_turn_invalid_take_nothing_from_a_bar_that_was_sent() {
        List<Raw> before = Day.flat("AAPL", "2019-02-15 09:35", 21, 100, 10);
        Raw only = Raw.minute("AAPL", "2019-02-15 10:00", 100, 10);
        try (MarketDriver market = market(Spike.NO_RULES)) {
            market.pipe(Day.array(before)).pipe(only, SENT).flush();
            fives(market);
            readings(market);

            market.pipe(only.prices("300", "300", "300", "300").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(fives(market)).isEmpty();
            assertThat(readings(market)).isEmpty();
        }
    }

    @Test
    void of_several_sources_the_best_stands_and_they_diverge_from_each_other_but_not_from_the_roll_up() {
        try (MarketDriver market = market(DIVERGENCE)) {
            market.pipe(Day.array(MINUTES)).pipe(SENT).flush();
            assertThat(market.alerts()).isEmpty();

            market.pipe(SENT.later(0, 104, 60).byFinnhub()).flush();

            assertThat(fives(market)).extracting(Bar::getSource).doesNotContain("FINNHUB");
            assertThat(market.alerts())
                    .extracting(alert -> alert.getMessage().contains("FINNHUB"))
                    .containsExactly(true);
        }
    }

    @Test
    void a_sent_bar_is_screened_by_its_neighbours_roll_ups_among_them() {
        List<Raw> before = Day.flat("AAPL", "2019-02-14 10:00", 105, 100, 10);
        try (MarketDriver market = market(Spike.NO_RULES)) {
            market.pipe(Day.array(before)).flush();
            fives(market);

            market.pipe(SENT.prices("300", "300", "300", "300")).flush();

            assertThat(fives(market))
                    .extracting(Bar::getValid, Bar::getViolations)
                    .containsExactly(tuple(false, List.of("FAR_FROM_MEDIAN")));
        }
    }

    @Test
    void bars_before_the_open_are_a_source_alone() {
        try (MarketDriver market = market(Spike.NO_RULES)) {
            market.pipe(Raw.minute("AAPL", "2019-02-15 08:00", 101, 60).interval("5m"))
                    .flush();

            assertThat(fives(market)).extracting(Bar::getSession).containsExactly("PRE");
            assertThat(readings(market)).isEmpty();
        }
    }

    private static MarketDriver market(AlertRules rules) {
        Instant clock = Instant.parse("2019-03-02T00:00:00Z");
        return new MarketDriver(Settings.of(Map.of("roll-ups", "5m,1d")), rules, clock, "AAPL");
    }

    private static List<Bar> fives(MarketDriver market) {
        return market.bars().stream()
                .filter(bar -> bar.getInterval().equals("5m"))
                .toList();
    }

    private static List<Indicators> readings(MarketDriver market) {
        return market.indicators().stream()
                .filter(row -> row.getInterval().equals("5m"))
                .toList();
    }
}
