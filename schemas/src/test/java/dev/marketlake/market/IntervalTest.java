package dev.marketlake.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {
    @ParameterizedTest
    @EnumSource
    void each_interval_is_found_by_its_label(Interval interval) {
        assertThat(Interval.of(interval.label())).isSameAs(interval);
        assertThat(interval).hasToString(interval.label());
    }

    @Test
    void labels_are_the_ones_in_topics_and_tables() {
        assertThat(Arrays.stream(Interval.values()).map(Interval::label))
                .containsExactly("1m", "5m", "15m", "30m", "1h", "1d");
    }

    @Test
    void lengths_fit_the_labels() {
        assertThat(Interval.M15.length()).isEqualTo(Duration.ofMinutes(15));
        assertThat(Interval.H1.length()).isEqualTo(Duration.ofMinutes(60));
        assertThat(Interval.D1.isIntraday()).isFalse();
        assertThat(Interval.H1.isIntraday()).isTrue();
    }

    @Test
    void a_providers_own_spelling_is_no_label() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of("1min"))
                .withMessage("interval '1min' is not one of 1m 5m 15m 30m 1h 1d");
    }
}
