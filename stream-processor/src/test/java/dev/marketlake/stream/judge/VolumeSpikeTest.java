package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumeSpikeTest {
    private static final long MINUTE = 60_000_000L;
    private final AlertRule both = rule(4.0, 3.0, 0.25, Duration.ZERO);

    @Test
    void both_thresholds_must_be_reached_where_both_are_set() {
        assertThat(raisedAt(both, reading(4.0, 3.0))).containsExactly(0);
        assertThat(raisedAt(both, reading(3.9, 9.0))).isEmpty();
        assertThat(raisedAt(both, reading(9.0, 2.9))).isEmpty();
    }

    @Test
    void one_threshold_judges_alone_where_the_other_is_left_out() {
        assertThat(raisedAt(rule(4.0, null, 0, Duration.ZERO), reading(4.0, null)))
                .containsExactly(0);
        assertThat(raisedAt(rule(null, 3.0, 0, Duration.ZERO), reading(null, 3.0)))
                .containsExactly(0);
    }

    @Test
    void the_observed_value_and_the_threshold_are_in_one_unit() {
        Verdict verdict = VolumeSpike.judge(both, Watch.START, 0, reading(5.0, 8.0));

        assertThat(verdict).isInstanceOf(Raise.class);
        assertThat(((Raise) verdict).observed()).isEqualTo(5.0);
        assertThat(((Raise) verdict).threshold()).isEqualTo(4.0);
    }

    @Test
    void a_raised_rule_arms_again_only_below_the_threshold_less_hysteresis() {
        assertThat(raisedAt(both, reading(5, 5), reading(6, 6))).containsExactly(0);
        assertThat(raisedAt(both, reading(5, 5), reading(3.1, 3), reading(6, 6)))
                .containsExactly(0);
        assertThat(raisedAt(both, reading(5, 5), reading(2.9, 3), reading(6, 6)))
                .containsExactly(0, 2);
    }

    @Test
    void a_reading_that_is_not_ready_neither_raises_nor_arms() {
        assertThat(raisedAt(both, reading(5, 5), reading(null, null), reading(6, 6)))
                .containsExactly(0);
    }

    @Test
    void the_cooldown_passes_in_event_time_from_one_alert_to_the_next() {
        AlertRule cooled = rule(4.0, 3.0, 0.25, Duration.ofMinutes(3));

        assertThat(raisedAt(cooled, reading(5, 5), reading(1, 1), reading(6, 6), reading(6, 6)))
                .containsExactly(0, 3);
    }

    /** Indexes of the bars, a minute apart, on which the rule raises. */
    private static List<Integer> raisedAt(AlertRule rule, Readings... day) {
        List<Integer> raised = new ArrayList<>();
        Watch watch = Watch.START;
        for (int i = 0; i < day.length; i++) {
            Verdict verdict = VolumeSpike.judge(rule, watch, i * MINUTE, day[i]);
            watch = verdict.watch();
            if (verdict instanceof Raise) {
                raised.add(i);
            }
        }
        return raised;
    }

    private static AlertRule rule(
            @Nullable Double ratio, @Nullable Double zscore, double hysteresis, Duration cooldown) {
        return new AlertRule(
                "spike",
                AlertKind.VOLUME_SPIKE,
                Interval.M1,
                ratio,
                zscore,
                AlertSeverity.WARNING,
                hysteresis,
                cooldown);
    }

    private static Readings reading(double ratio, double zscore) {
        return reading(Double.valueOf(ratio), Double.valueOf(zscore));
    }

    private static Readings reading(@Nullable Double ratio, @Nullable Double zscore) {
        return new Readings(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, ratio, zscore, 21, 0);
    }
}
