package dev.marketlake.simulator.faults;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.number;
import static dev.marketlake.simulator.market.Markets.regular;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.simulator.market.MarketBar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
    private final Corrections corrections = new Corrections(FaultSettings.of(3, Map.of(FaultKind.CORRECTED, 0.25)));
    private final List<MarketBar> bars = regular(synthetic(7), AAPL, "2026-11-18");

    @Test
    void some_bars_are_first_served_with_less_volume_and_another_close() {
        List<MarketBar> corrected =
                bars.stream().filter(bar -> !first(bar).equals(bar)).toList();
        assertThat(corrected).hasSizeBetween(60, 140);
        assertThat(corrected).allSatisfy(bar -> {
            assertThat(number(first(bar).volume())).isLessThan(number(bar.volume()));
            assertThat(number(first(bar).close())).isBetween(number(bar.low()), number(bar.high()));
            assertThat(first(bar).open()).isEqualTo(bar.open());
        });
        assertThat(corrected).anyMatch(bar -> !first(bar).close().equals(bar.close()));
    }

    @Test
    void the_first_value_holds_until_the_correction_and_the_final_one_from_then_on() {
        for (MarketBar bar : bars) {
            Instant end = bar.start().plusSeconds(60);
            for (int seconds = 0; seconds < 300; seconds += 37) {
                assertThat(corrections.seen(AAPL, bar, end.plusSeconds(seconds)))
                        .isEqualTo(first(bar));
            }
            assertThat(corrections.seen(AAPL, bar, end.plus(Duration.ofMinutes(5))))
                    .isEqualTo(bar);
        }
    }

    private MarketBar first(MarketBar bar) {
        return corrections.seen(AAPL, bar, bar.start().plusSeconds(60));
    }
}
