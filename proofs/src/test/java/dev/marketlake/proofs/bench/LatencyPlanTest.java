package dev.marketlake.proofs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatencyPlanTest {
    @Test
    void the_warm_up_gives_every_symbol_the_bars_that_a_spike_is_compared_with() {
        assertThat(new LatencyPlan(5_000, 30, 200).warmUpEvents()).isEqualTo(75_000);
        assertThat(new LatencyPlan(1_000, 30, 2_000).warmUpEvents()).isEqualTo(42_000);
    }

    @Test
    void what_tells_nothing_is_refused_with_the_reason() {
        assertThatThrownBy(() -> new LatencyPlan(100, 10, 200))
                .hasMessage("--rate 100 --seconds 10 cannot be used: an alert comes every 200 events, and fewer than 10"
                        + " tell nothing");
        assertThatThrownBy(() -> new LatencyPlan(0, 30, 200)).hasMessageContaining("--rate 0 cannot be used");
        assertThatThrownBy(() -> new LatencyPlan(5_000, 30, 20_000)).hasMessageContaining("--symbols 20000");
        assertThatThrownBy(() -> new LatencyPlan(100_000, 30, 1)).hasMessageContaining("give more symbols");
    }
}
