package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Alert;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.AverageCross;
import dev.marketlake.stream.judge.Direction;
import dev.marketlake.stream.judge.PriceMove;
import dev.marketlake.stream.judge.PriceMove.Since;
import dev.marketlake.stream.judge.ScopedRule;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.judge.Volatility;
import dev.marketlake.stream.measure.Average;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind through the topology: its evidence, and a correction elsewhere that takes its ground away. */
class JudgeKindsTest {
    private static final List<Raw> CALM = Day.flat("AAPL", "2019-02-15 10:00", 20, 100, 10);
    private static final Raw JUMP = Raw.minute("AAPL", "2019-02-15 10:20", 103, 10);

    @Test
    void a_price_move_rests_on_the_bar_it_is_measured_from() {
        PriceMove rule = new PriceMove(terms("move"), Duration.ofMinutes(5), null, 2, Direction.ANY);
        try (MarketDriver market = market(rule)) {
            market.pipe(Day.array(CALM)).pipe(JUMP);

            Alert alert = market.alerts().getFirst();
            assertThat(alert.getAlertId()).isEqualTo("move|AAPL|1m|2019-02-15T15:20:00Z");
            assertThat(alert.getKind()).isEqualTo("PRICE_MOVE");
            assertThat(alert.getObserved()).isEqualTo(3.0);
            assertThat(alert.getThreshold()).isEqualTo(2.0);
            assertThat(alert.getPositions())
                    .extracting(position -> position.getOffset())
                    .containsExactly(15L, 20L);
            assertThat(alert.getMessage())
                    .isEqualTo("AAPL 1m at 2019-02-15T15:20:00Z: close 103 is 3.00 % above 100, the close of the bar at"
                            + " 2019-02-15T15:15:00Z (threshold 2.00 %).");

            correct(market, CALM.get(15), 102.5);
            assertThat(told(market)).containsExactly("RAISED 15:15", "RETRACTED 15:20");
        }
    }

    @Test
    void a_late_bar_between_becomes_the_one_that_is_measured_from() {
        PriceMove rule = new PriceMove(terms("move"), Duration.ofMinutes(5), null, 2, Direction.ANY);
        try (MarketDriver market = market(rule)) {
            market.pipe(Day.array(CALM.subList(0, 15))).pipe(JUMP);
            assertThat(told(market)).containsExactly("RAISED 15:20");

            market.pipe(CALM.get(15).prices("102", "102", "102", "102")).flush();
            assertThat(told(market)).containsExactly("RAISED 15:15", "RETRACTED 15:20");
        }
    }

    @Test
    void a_gap_is_measured_from_the_close_of_the_session_before() {
        PriceMove rule = new PriceMove(terms("gap"), null, Since.PREVIOUS_CLOSE, 2, Direction.UP);
        Raw close = Raw.minute("AAPL", "2019-02-14 15:59", 100, 10);
        try (MarketDriver market = market(rule)) {
            market.pipe(close).pipe(Raw.minute("AAPL", "2019-02-15 09:30", 102, 10));
            assertThat(told(market)).containsExactly("RAISED 14:30");

            correct(market, close, 101);
            assertThat(told(market)).containsExactly("RETRACTED 14:30");
        }
    }

    @Test
    void volatility_is_judged_where_the_jump_is_in_the_window() {
        Volatility rule = new Volatility(terms("volatile"), Duration.ofMinutes(15), 1.0);
        try (MarketDriver market = market(rule)) {
            market.pipe(Day.array(CALM)).pipe(JUMP);

            Alert alert = market.alerts().getFirst();
            assertThat(alert.getOpenTime()).hasToString("2019-02-15T15:20:00Z");
            assertThat(alert.getPositions()).hasSize(15);
            assertThat(alert.getEvidence()).containsKeys("close", "volatility_15m", "volatility_15m_annualized");
            assertThat(alert.getObserved()).isEqualTo(alert.getEvidence().get("volatility_15m_annualized"));

            correct(market, JUMP, 100);
            assertThat(told(market)).containsExactly("RETRACTED 15:20");
        }
    }

    @Test
    void a_crossing_moves_to_the_bar_that_now_crosses() {
        AverageCross rule = new AverageCross(terms("cross"), Average.CLOSE, Average.SMA_20, Direction.UP);
        try (MarketDriver market = market(rule)) {
            market.pipe(Day.array(CALM)).pipe(JUMP).pipe(JUMP.later(1, 104, 10));
            Alert alert = market.alerts().getFirst();
            assertThat(alert.getMessage())
                    .isEqualTo("AAPL 1m at 2019-02-15T15:20:00Z: close 103.0000 has crossed above sma_20 100.1500.");

            correct(market, JUMP, 99);
            assertThat(told(market)).containsExactly("RETRACTED 15:20", "RAISED 15:21");
        }
    }

    @Test
    void filters_and_overrides_go_by_symbol() {
        PriceMove twoPercent = new PriceMove(terms("move"), Duration.ofMinutes(5), null, 2, Direction.ANY);
        PriceMove fivePercent = new PriceMove(terms("move"), Duration.ofMinutes(5), null, 5, Direction.ANY);
        ScopedRule scoped =
                new ScopedRule(twoPercent, Set.of(), Set.of(symbol("MSFT")), Map.of(symbol("TSLA"), fivePercent));
        try (MarketDriver market = new MarketDriver(new AlertRules("1", List.of(scoped)), "AAPL", "MSFT", "TSLA")) {
            for (String symbol : List.of("AAPL", "MSFT", "TSLA")) {
                market.pipe(Day.array(Day.flat(symbol, "2019-02-15 10:00", 10, 100, 10)))
                        .pipe(Raw.minute(symbol, "2019-02-15 10:10", 103, 10))
                        .pipe(Raw.minute(symbol, "2019-02-15 10:11", 106, 10));
            }

            assertThat(market.alerts())
                    .extracting(alert -> alert.getSymbol() + " " + alert.getThreshold() + " "
                            + alert.getOpenTime().toString().substring(11, 16))
                    .containsExactly("AAPL 2.0 15:10", "TSLA 5.0 15:11");
        }
    }

    private static MarketDriver market(AlertRule rule) {
        return new MarketDriver(AlertRules.of("1", rule), "AAPL");
    }

    private static void correct(MarketDriver market, Raw bar, double price) {
        String text = Double.toString(price);
        market.pipe(bar.prices(text, text, text, text).observed("2019-03-01T01:00:00Z", "later", 0))
                .flush();
    }

    private static List<String> told(MarketDriver market) {
        return market.alerts().stream()
                .map(alert ->
                        alert.getState() + " " + alert.getOpenTime().toString().substring(11, 16))
                .toList();
    }

    private static Symbol symbol(String name) {
        return new Symbol(name);
    }

    private static Terms terms(String name) {
        return new Terms(name, Interval.M1, AlertSeverity.WARNING, 0, Duration.ZERO);
    }
}
