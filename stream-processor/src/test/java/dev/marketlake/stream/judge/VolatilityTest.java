package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolatilityTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void the_volatility_of_its_own_window_counts_at_the_threshold_or_above() {
        assertThat(raised(QUARTER, reading(0.8, null))).containsExactly(0);
        assertThat(raised(QUARTER, reading(0.79, 2.0))).isEmpty();
        assertThat(raised(HOUR, reading(2.0, 0.79))).isEmpty();
        assertThat(raised(HOUR, reading(null, 0.8))).containsExactly(0);
    }

    @Test
    void it_arms_again_below_the_threshold_less_hysteresis_and_not_while_warming_up() {
        assertThat(raised(QUARTER, reading(0.9, null), reading(0.61, null), reading(0.9, null)))
                .containsExactly(0);
        assertThat(raised(QUARTER, reading(0.9, null), reading(0.59, null), reading(0.9, null)))
                .containsExactly(0, 2);
        assertThat(raised(QUARTER, reading(0.9, null), reading(null, null), reading(0.9, null)))
                .containsExactly(0);
    }

    @Test
    void the_finding_rests_on_the_bars_of_the_window() {
        double[] closes = new double[20];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 2 == 0 ? 100 : 200;
        }
        Tape tape = Tape.of(closes);
        var last = tape.raised(new Volatility(Tape.plain(), QUARTER, 0.1)).getFirst();
        assertThat(last.bar()).as("three bars make a volatility").isEqualTo(2);

        Finding finding = Tape.of(closes)
                .raised(new Volatility(Tape.terms(0, Duration.ofMinutes(17)), QUARTER, 0.1))
                .getLast()
                .finding();
        assertThat(finding.evidence().keySet()).containsExactly("close", "volatility_15m", "volatility_15m_annualized");
        assertThat(finding.statement())
                .startsWith("volatility of the last 15 minutes is ")
                .endsWith(" % a year (threshold 10.0 %)");
        assertThat(finding.bars()).hasSize(2);
    }

    @Test
    void a_window_without_a_reading_or_without_room_for_three_bars_is_refused() {
        assertThatThrownBy(() -> new Volatility(Tape.plain(), Duration.ofMinutes(30), 0.8))
                .hasMessage("window PT30M has no volatility: use PT15M or PT1H");
        Terms quarterly = new Terms("rule", Interval.M15, AlertSeverity.INFO, 0, Duration.ZERO);
        assertThatThrownBy(() -> new Volatility(quarterly, QUARTER, 0.8))
                .hasMessage("window PT15M never holds the 3 bars of 15m that a volatility needs:"
                        + " use a shorter interval or PT1H");
        assertThat(new Volatility(quarterly, HOUR, 0.8).threshold()).isEqualTo(0.8);
    }

    private static List<Integer> raised(Duration window, Readings... day) {
        return Tape.ofReadings(day).bars(new Volatility(Tape.terms(0.25, Duration.ZERO), window, 0.8));
    }

    private static Readings reading(@Nullable Double quarter, @Nullable Double hour) {
        return new Readings(
                null, null, 0.01, 0.01, quarter, hour, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, 21, 0);
    }
}
