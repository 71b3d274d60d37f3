package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.stream.measure.Average;
import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AverageCrossTest {
    private final AverageCross any = rule(Direction.ANY, 0, Duration.ZERO);

    @Test
    void a_crossing_is_raised_on_the_bar_that_is_on_the_other_side() {
        assertThat(raised(any, at(9, 10), at(11, 10), at(12, 10), at(9, 10))).containsExactly(1, 3);
        assertThat(raised(rule(Direction.UP, 0, Duration.ZERO), at(9, 10), at(11, 10), at(9, 10), at(11, 10)))
                .containsExactly(1, 3);
        assertThat(raised(rule(Direction.DOWN, 0, Duration.ZERO), at(9, 10), at(11, 10), at(9, 10)))
                .containsExactly(2);
    }

    @Test
    void averages_that_touch_have_not_crossed() {
        assertThat(raised(any, at(9, 10), at(10, 10), at(9, 10))).isEmpty();
        assertThat(raised(any, at(9, 10), at(10, 10), at(11, 10))).containsExactly(2);
        assertThat(raised(any, at(11, 10), at(10, 10), at(11, 10))).isEmpty();
    }

    @Test
    void it_arms_again_when_the_fast_one_is_back_by_the_hysteresis() {
        AverageCross rule = rule(Direction.UP, 0.1, Duration.ZERO);

        assertThat(raised(rule, at(8, 10), at(11, 10), at(9.5, 10), at(11, 10))).containsExactly(1);
        assertThat(raised(rule, at(8, 10), at(11, 10), at(8.9, 10), at(11, 10))).containsExactly(1, 3);
    }

    @Test
    void a_crossing_while_cooling_down_is_passed_over() {
        AverageCross rule = rule(Direction.UP, 0, Duration.ofMinutes(3));

        assertThat(raised(rule, at(9, 10), at(11, 10), at(9, 10), at(11, 10), at(12, 10), at(12, 10)))
                .containsExactly(1);
        assertThat(raised(rule, at(9, 10), at(11, 10), at(9, 10), at(9, 10), at(11, 10)))
                .containsExactly(1, 4);
    }

    @Test
    void nothing_has_crossed_while_an_average_warms_up() {
        assertThat(raised(any, at(null, 10), at(11, 10), at(12, 10), at(9, 10))).containsExactly(3);
    }

    @Test
    void the_first_bar_of_a_date_is_compared_with_the_last_of_the_date_before() {
        double[] low = new double[30];
        Arrays.fill(low, 100);
        low[29] = 99;
        AverageCross rule = new AverageCross(Tape.plain(), Average.CLOSE, Average.SMA_20, Direction.UP);

        assertThat(Tape.of(low).then(103, 104).bars(rule)).containsExactly(30);
        low[29] = 101;
        assertThat(Tape.of(low).then(103, 104).bars(rule))
                .as("it was above already, since bar 29")
                .containsExactly(29);
    }

    @Test
    void every_average_looks_at_the_bar_before_as_the_readings_of_that_bar_did() {
        double[] closes = new double[60];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + 10 * Math.sin(i / 5.0);
        }
        Tape tape = Tape.of(closes);
        for (Average average : Average.values()) {
            List<@Nullable Double> now = new ArrayList<>();
            tape.each(moment -> {
                Double before = moment.back().previous(average);
                Double expected = now.isEmpty() ? null : now.getLast();
                if (expected == null) {
                    assertThat(before).as(average.label()).isNull();
                } else {
                    assertThat(before).as(average.label()).isCloseTo(expected, within(1e-12));
                }
                now.add(average.of(moment.readings(), moment.back()));
            });
            assertThat(now.getLast()).as(average.label()).isNotNull();
        }
    }

    @Test
    void the_finding_names_both_averages_and_rests_on_the_bars_of_the_longer_one() {
        double[] closes = new double[31];
        Arrays.fill(closes, 100);
        closes[30] = 102;
        Finding finding = Tape.of(closes)
                .raised(new AverageCross(Tape.plain(), Average.CLOSE, Average.SMA_20, Direction.UP))
                .getFirst()
                .finding();

        assertThat(finding.statement()).isEqualTo("close 102.0000 has crossed above sma_20 100.1000");
        assertThat(finding.evidence()).containsEntry("close", 102.0).containsKey("sma_20");
        assertThat(finding.bars()).hasSize(20);
    }

    @Test
    void an_average_does_not_cross_itself() {
        assertThatThrownBy(() -> new AverageCross(Tape.plain(), Average.SMA_20, Average.SMA_20, Direction.ANY))
                .hasMessage("fast and slow are both sma_20: name two averages");
    }

    private static List<Integer> raised(AverageCross rule, Readings... day) {
        return Tape.ofReadings(day).bars(rule);
    }

    private static AverageCross rule(Direction direction, double hysteresis, Duration cooldown) {
        return new AverageCross(Tape.terms(hysteresis, cooldown), Average.SMA_20, Average.SMA_50, direction);
    }

    private static Readings at(double sma20, double sma50) {
        return at(Double.valueOf(sma20), sma50);
    }

    private static Readings at(@Nullable Double sma20, double sma50) {
        return new Readings(
                null, null, null, null, null, null, sma20, sma50, null, null, null, null, null, null, null, null, null,
                null, null, null, 21, 0);
    }
}
