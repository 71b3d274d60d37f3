package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.stream.judge.FundamentalsView.Known;
import dev.marketlake.stream.observation.Origin;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeRatioTest {
    private static final Origin ORIGIN = new Origin("fundamentals", 0, 7);
    private static final double[] CALM = {100, 100, 100, 100};

    @Test
    void a_bar_is_judged_by_what_was_known_at_its_end() {
        PeRatio rule = new PeRatio(Tape.plain(), 40.0, null);

        assertThat(Tape.of(CALM).knowing(known(at(0, 40.0))).bars(rule)).containsExactly(0);
        assertThat(Tape.of(CALM).knowing(known(at(0, 39.9))).bars(rule)).isEmpty();
        assertThat(Tape.of(CALM)
                        .knowing(known(at(0, 20.0), at(2 * Tape.MINUTE, 45.0)))
                        .bars(rule))
                .as("bar 1 ends as it becomes known")
                .containsExactly(1);
        assertThat(Tape.of(CALM)
                        .knowing(known(at(0, 20.0), at(2 * Tape.MINUTE + 1, 45.0)))
                        .bars(rule))
                .containsExactly(2);
    }

    @Test
    void nothing_known_or_no_ratio_neither_raises_nor_arms() {
        PeRatio rule = new PeRatio(Tape.plain(), 40.0, null);

        assertThat(Tape.of(CALM).bars(rule)).isEmpty();
        assertThat(Tape.of(CALM)
                        .knowing(known(at(0, 50.0), at(2 * Tape.MINUTE, null), at(3 * Tape.MINUTE, 50.0)))
                        .bars(rule))
                .containsExactly(0);
    }

    @Test
    void high_and_low_arm_each_for_itself_and_a_new_date_begins_afresh() {
        PeRatio rule = new PeRatio(Tape.terms(0.1, Duration.ZERO), 40.0, 10.0);

        assertThat(Tape.of(CALM)
                        .knowing(known(at(0, 41.0), at(2 * Tape.MINUTE, 10.0), at(3 * Tape.MINUTE, 41.0)))
                        .bars(rule))
                .containsExactly(0, 1, 2);
        assertThat(Tape.of(CALM)
                        .knowing(known(at(0, 10.0), at(2 * Tape.MINUTE, 11.0), at(3 * Tape.MINUTE, 10.0)))
                        .bars(rule))
                .as("11 is not above 10 x 1.1")
                .containsExactly(0);
        assertThat(Tape.of(CALM).then(CALM).knowing(known(at(0, 41.0))).bars(rule))
                .containsExactly(0, 4);
    }

    @Test
    void the_finding_says_since_when_it_was_known() {
        Finding finding = Tape.of(CALM)
                .knowing(known(at(0, 45.5)))
                .raised(new PeRatio(Tape.plain(), 40.0, null))
                .getFirst()
                .finding();

        assertThat(finding.statement())
                .isEqualTo("price-earnings ratio 45.50, known since 1970-01-01T00:00:00Z, is at or above 40.00");
        assertThat(finding.evidence()).containsEntry("pe_ratio", 45.5).containsEntry("close", 100.0);
        assertThat(finding.others()).containsExactly(ORIGIN);
        assertThat(finding.observedAt()).isZero();
    }

    @Test
    void it_needs_a_threshold_and_low_is_below_high() {
        assertThatThrownBy(() -> new PeRatio(Tape.plain(), null, null)).hasMessage("set above, below or both");
        assertThatThrownBy(() -> new PeRatio(Tape.plain(), 10.0, 40.0))
                .hasMessage("below 40.0 is not less than above 10.0");
    }

    private static Known at(long observedAt, @Nullable Double ratio) {
        return new Known(ratio, observedAt, ORIGIN);
    }

    private static FundamentalsView known(Known... all) {
        return (symbol, time) -> List.of(all).stream()
                .filter(known -> known.observedAt() <= time)
                .max(Comparator.comparingLong(Known::observedAt));
    }
}
