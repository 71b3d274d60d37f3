package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Indicators;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 6: readings follow their bars, and a correction reaches exactly the readings it feeds. */
class MeasureTest {
    @Test
    void a_bar_in_order_has_its_readings_at_once() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 3, 100, 10)));

            List<Indicators> rows = market.indicators();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).getMa15m()).isEqualTo(100.0);
            assertThat(rows.get(2).getVolatility15m()).isZero();
            assertThat(rows.get(2).getInputs()).isEqualTo(3);
            assertThat(rows.get(2).getClose()).isEqualByComparingTo("100");
        }
    }

    @Test
    void a_late_bar_changes_only_the_readings_it_feeds() {
        List<Raw> bars = Day.flat("AAPL", "2019-02-15 10:00", 90, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(bars.subList(0, 5)))
                    .pipe(Day.array(bars.subList(6, 90)))
                    .flush();
            assertThat(market.indicators()).hasSize(89);

            market.pipe(bars.get(5)).flush();

            List<Indicators> again = market.indicators();
            assertThat(again.getFirst().getOpenTime()).isEqualTo("2019-02-15T15:05:00Z");
            assertThat(again)
                    .extracting(Indicators::getOpenTime)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(again).hasSize(85);
            assertThat(again.getFirst().getRevision()).isZero();
            assertThat(again.subList(1, 85)).allMatch(row -> row.getRevision() == 1);
        }
    }

    @Test
    void bars_before_a_correction_and_of_other_symbols_are_not_sent_again() {
        List<Raw> bars = Day.flat("AAPL", "2019-02-15 10:00", 30, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL", "MSFT")) {
            market.pipe(Day.array(bars))
                    .pipe(Day.array(Day.flat("MSFT", "2019-02-15 10:00", 30, 50, 10)))
                    .flush();
            market.indicators();

            market.pipe(bars.get(25).later(0, 101, 10).observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            List<Indicators> again = market.indicators();
            assertThat(again).hasSize(5).allMatch(row -> row.getSymbol().equals("AAPL"));
        }
    }

    @Test
    void a_correction_of_volume_leaves_rows_alone_whose_content_it_does_not_change() {
        List<Raw> bars = Day.flat("AAPL", "2019-02-15 10:00", 60, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(bars)).flush();
            market.indicators();

            market.pipe(bars.get(30).volume("20").observed("2019-02-28T23:00:00Z", "a", 0))
                    .flush();
            assertThat(market.indicators()).isEmpty();

            market.pipe(bars.get(30).volume("20").observed("2019-03-01T00:00:00Z", "request-2", 30))
                    .flush();
            assertThat(market.indicators())
                    .extracting(row -> row.getOpenTime().toString())
                    .hasSize(21)
                    .startsWith("2019-02-15T15:30:00Z", "2019-02-15T15:31:00Z")
                    .endsWith("2019-02-15T15:50:00Z");
        }
    }

    @Test
    void an_earlier_observation_of_one_bar_moves_observed_at_of_what_rests_on_it() {
        List<Raw> bars = Day.flat("AAPL", "2019-02-15 10:00", 3, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(bars.get(0).observed("2019-03-01T05:00:00Z", "late", 0), bars.get(1), bars.get(2))
                    .flush();
            assertThat(market.indicators())
                    .allMatch(row -> row.getObservedAt().toString().startsWith("2019-03-01T05"));

            market.pipe(bars.get(0)).flush();

            assertThat(market.indicators())
                    .hasSize(3)
                    .allMatch(row -> row.getObservedAt().toString().startsWith("2019-03-01T00"));
        }
    }

    @Test
    void a_bar_that_turns_invalid_withdraws_its_row_and_the_others_go_on_without_it() {
        List<Raw> bars = Day.flat("AAPL", "2019-02-15 10:00", 30, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(bars)).flush();
            market.indicators();

            market.pipe(bars.get(25).later(0, 300, 10).observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            List<Indicators> again = market.indicators();
            assertThat(again.getFirst().getDeleted()).isTrue();
            assertThat(again.getFirst().getOpenTime()).isEqualTo("2019-02-15T15:25:00Z");
            assertThat(again.getFirst().getMa1h()).isNull();
            assertThat(again.getFirst().getInputs()).isNull();
            assertThat(again).filteredOn(Indicators::getDeleted).hasSize(1);
            assertThat(again.getLast().getInputs()).isEqualTo(29);
        }
    }

    @Test
    void a_late_last_minute_of_the_day_before_goes_on_with_its_session_after_a_correction_of_the_day() {
        List<Raw> before = Day.flat("AAPL", "2019-02-14 10:00", 4, 100, 10);
        List<Raw> today = Day.flat("AAPL", "2019-02-15 10:00", 3, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(before)).pipe(Day.array(today)).flush();
            market.indicators();

            market.pipe(
                            today.getFirst().volume("20").observed("2019-03-01T01:00:00Z", "later", 0),
                            before.getLast().later(1, 105, 10))
                    .flush();

            assertThat(market.indicators())
                    .filteredOn(row -> row.getOpenTime().toString().equals("2019-02-14T15:04:00Z"))
                    .singleElement()
                    .returns(101.0, Indicators::getVwap);
        }
    }

    @Test
    void readings_look_back_to_the_start_of_the_second_session_before_and_no_further() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-12 15:00", 30, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-13 15:00", 30, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-14 15:00", 30, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 1, 100, 10)));

            assertThat(market.indicators().getLast().getInputs()).isEqualTo(61);
        }
    }

    @Test
    void readings_are_the_same_whether_older_sessions_were_evicted_or_never_came() {
        try (MarketDriver market = new MarketDriver(
                        Settings.of(java.util.Map.of("depth-sessions", 1)),
                        Spike.NO_RULES,
                        java.time.Instant.parse("2019-03-02T00:00:00Z"),
                        "AAPL");
                MarketDriver fresh = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-11 10:00", 60, 90, 10)));
            for (MarketDriver one : List.of(market, fresh)) {
                one.pipe(Day.array(Day.flat("AAPL", "2019-02-13 15:00", 30, 100, 10)))
                        .pipe(Day.array(Day.flat("AAPL", "2019-02-14 15:00", 30, 101, 10)))
                        .pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:00", 9, 102, 10)));
            }
            Indicators evicted = market.indicators().getLast();
            Indicators never = fresh.indicators().getLast();
            assertThat(evicted.getEma26()).isEqualTo(never.getEma26());
            assertThat(evicted.getInputs()).isEqualTo(never.getInputs()).isEqualTo(69);
        }
    }
}
