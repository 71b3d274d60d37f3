package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketTopologyTest {
    @Test
    void the_topology_is_as_described() throws IOException {
        TopologyInputs inputs = new TopologyInputs(
                Settings.minutesAndDays(),
                Watchlist.of("AAPL"),
                () -> Spike.NO_RULES,
                "id",
                Map.of("schema.registry.url", "http://127.0.0.1:1"),
                new SimpleMeterRegistry());
        try (var golden = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(golden).isNotNull();
            String expected = golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(new MarketTopology(inputs).build().describe().toString().strip())
                    .isEqualTo(expected.strip());
        }
    }
}
