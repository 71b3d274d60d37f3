package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.Source;
import dev.marketlake.stream.judge.Divergence.Difference;
import dev.marketlake.stream.judge.Rivals.Said;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final long UNIT = 100_000_000L;
    private final Divergence half = new Divergence(Tape.plain(), 0.5);

    @Test
    void the_price_that_differs_most_counts_at_the_tolerance_or_beyond() {
        assertThat(Divergence.difference(bar(100, 102, 99, 100), bar(100, 103.02, 98.5, 100)))
                .isEqualTo(new Difference("high", 102 * UNIT, Math.round(103.02 * UNIT)))
                .extracting(Difference::percent)
                .isEqualTo(1.0);
        assertThat(raised(half, 100.5)).containsExactly(0, 1);
        assertThat(raised(half, 99.5)).containsExactly(0, 1);
        assertThat(raised(half, 100.49)).isEmpty();
    }

    @Test
    void volumes_may_differ() {
        BarContent one = bar(100, 100, 100, 100);
        BarContent other = new BarContent(one.open(), one.high(), one.low(), one.close(), 7);

        assertThat(Divergence.difference(one, other).percent()).isZero();
    }

    @Test
    void of_several_sources_the_farthest_counts_and_the_first_of_equals() {
        Finding finding = Tape.of(100, 100)
                .against(openTime ->
                        List.of(said(Source.FINNHUB, 100.2), said(Source.YAHOO, 101), said(Source.POLYGON, 99)))
                .raised(half)
                .getFirst()
                .finding();

        assertThat(finding.statement())
                .isEqualTo("YAHOO has a open of 101, 1.00 % away from the 100 chosen (threshold 0.50 %)");
        assertThat(finding.evidence())
                .containsEntry("open", 100.0)
                .containsEntry("other_open", 101.0)
                .containsEntry("difference_percent", 1.0);
        assertThat(finding.others()).containsExactly(new Origin("raw", 0, Source.YAHOO.ordinal()));
        assertThat(finding.observedAt()).isEqualTo(5);
    }

    @Test
    void a_source_that_says_nothing_neither_raises_nor_arms() {
        Divergence rule = new Divergence(Tape.terms(0.5, Duration.ZERO), 0.5);
        Tape tape = Tape.of(100, 100, 100, 100);

        assertThat(tape.bars(rule)).isEmpty();
        assertThat(tape.against(time -> time == tape.openTime(1) ? List.of() : List.of(said(Source.YAHOO, 101)))
                        .bars(rule))
                .containsExactly(0);
        assertThat(tape.against(time -> List.of(said(Source.YAHOO, time == tape.openTime(1) ? 100.2 : 101)))
                        .bars(rule))
                .containsExactly(0, 2);
    }

    /** Bars on which a rule raises that the other source twice differs on, with agreement between. */
    private static List<Integer> raised(Divergence rule, double close) {
        Tape tape = Tape.of(100, 100, 100);
        return tape
                .against(time -> List.of(said(Source.YAHOO, time == tape.openTime(1) ? 100 : close)))
                .bars(rule)
                .stream()
                .map(bar -> bar / 2)
                .toList();
    }

    private static Said said(Source source, double price) {
        return new Said(source, bar(price, price, price, price), 5, new Origin("raw", 0, source.ordinal()));
    }

    private static BarContent bar(double open, double high, double low, double close) {
        return new BarContent(scaled(open), scaled(high), scaled(low), scaled(close), 50);
    }

    private static long scaled(double price) {
        return Math.round(price * UNIT);
    }
}
