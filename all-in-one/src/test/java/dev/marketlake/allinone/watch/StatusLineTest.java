package dev.marketlake.allinone.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T14:03:07Z");

    @Test
    void one_line_tells_flow_lag_rows_and_the_last_alert() {
        var alert = new Figures.LastAlert(
                Instant.parse("2026-11-20T14:03:01Z"), "NVDA", "volume-spike", "NVDA 1m: volume 5.1 x");
        var rows = new TreeMap<>(Map.of("bronze.raw_quotes", 4198L, "silver.bars", 960L));
        assertThat(StatusLine.of(new Figures(NOW, 4210, 84.4, 0, 12, rows, Optional.of(alert))))
                .isEqualTo("14:03:07  raw 4,210 (+84/s)  lag stream 0, sink 12  raw_quotes 4,198 bars 960"
                        + "  alert 14:03:01 NVDA 1m: volume 5.1 x");
    }

    @Test
    void before_anything_has_happened_it_says_so() {
        assertThat(StatusLine.of(new Figures(NOW, 0, 0, 0, 0, new TreeMap<>(), Optional.empty())))
                .isEqualTo("14:03:07  raw 0 (+0/s)  lag stream 0, sink 0  no table yet  no alert yet");
    }
}
