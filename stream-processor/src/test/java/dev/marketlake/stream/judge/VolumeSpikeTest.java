package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumeSpikeTest {
    private final VolumeSpike both = rule(4.0, 3.0, 0.25, Duration.ZERO);

    @Test
    void both_thresholds_must_be_reached_where_both_are_set() {
        assertThat(raised(both, reading(4.0, 3.0))).containsExactly(0);
        assertThat(raised(both, reading(3.9, 9.0))).isEmpty();
        assertThat(raised(both, reading(9.0, 2.9))).isEmpty();
    }

    @Test
    void one_threshold_judges_alone_where_the_other_is_left_out() {
        assertThat(raised(rule(4.0, null, 0, Duration.ZERO), reading(4.0, null)))
                .containsExactly(0);
        assertThat(raised(rule(null, 3.0, 0, Duration.ZERO), reading(null, 3.0)))
                .containsExactly(0);
    }

    @Test
    void the_observed_value_and_the_threshold_are_in_one_unit() {
        Finding byRatio =
                Tape.ofReadings(reading(5.0, 8.0)).raised(both).getFirst().finding();
        Finding byZscore = Tape.ofReadings(reading(5.0, 8.0))
                .raised(rule(null, 3.0, 0, Duration.ZERO))
                .getFirst()
                .finding();

        assertThat(List.of(byRatio.observed(), byRatio.threshold())).containsExactly(5.0, 4.0);
        assertThat(byRatio.statement())
                .isEqualTo("volume 50 is 5.00 times the mean of the 20 bars before (threshold 4.00)");
        assertThat(List.of(byZscore.observed(), byZscore.threshold())).containsExactly(8.0, 3.0);
        assertThat(byZscore.statement())
                .isEqualTo("volume 50 is 8.00 standard deviations above the mean of the 20 bars before"
                        + " (threshold 3.00)");
    }

    @Test
    void a_raised_rule_arms_again_only_below_the_threshold_less_hysteresis() {
        assertThat(raised(both, reading(5, 5), reading(6, 6))).containsExactly(0);
        assertThat(raised(both, reading(5, 5), reading(3.0, 3), reading(6, 6))).containsExactly(0);
        assertThat(raised(both, reading(5, 5), reading(2.9, 3), reading(6, 6))).containsExactly(0, 2);
    }

    @Test
    void a_reading_that_is_not_ready_neither_raises_nor_arms() {
        assertThat(raised(both, reading(5, 5), reading(null, null), reading(6, 6)))
                .containsExactly(0);
    }

    @Test
    void the_cooldown_passes_in_event_time_from_one_alert_to_the_next() {
        VolumeSpike cooled = rule(4.0, 3.0, 0.25, Duration.ofMinutes(3));

        assertThat(raised(cooled, reading(5, 5), reading(1, 1), reading(6, 6), reading(6, 6)))
                .containsExactly(0, 3);
    }

    @Test
    void a_rule_without_threshold_is_refused() {
        assertThatThrownBy(() -> rule(null, null, 0, Duration.ZERO)).hasMessage("set ratio, zscore or both");
        assertThatThrownBy(() -> rule(-1.0, null, 0, Duration.ZERO)).hasMessage("ratio -1.0 is not above 0");
    }

    private static List<Integer> raised(VolumeSpike rule, Readings... day) {
        return Tape.ofReadings(day).bars(rule);
    }

    private static VolumeSpike rule(
            @Nullable Double ratio, @Nullable Double zscore, double hysteresis, Duration cooldown) {
        return new VolumeSpike(Tape.terms(hysteresis, cooldown), ratio, zscore);
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
