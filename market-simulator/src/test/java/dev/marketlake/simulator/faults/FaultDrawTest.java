package dev.marketlake.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.market.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultDrawTest {
    @Test
    void each_kind_happens_at_its_rate() {
        FaultDraw draw = new FaultDraw(
                FaultSettings.of(
                        5,
                        Map.of(
                                FaultKind.THROTTLE_BURST,
                                0.1,
                                FaultKind.UNAVAILABLE,
                                0.05,
                                FaultKind.TOO_MANY_REQUESTS,
                                0.9)),
                Source.ALPHA_VANTAGE);
        Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
        LongStream.rangeClosed(1, 20_000)
                .forEach(number -> draw.of(number).ifPresent(kind -> counts.merge(kind, 1, Integer::sum)));
        assertThat(counts).containsOnlyKeys(FaultKind.THROTTLE_BURST, FaultKind.UNAVAILABLE);
        assertThat(counts.getOrDefault(FaultKind.THROTTLE_BURST, 0) / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(counts.getOrDefault(FaultKind.UNAVAILABLE, 0) / 20_000.0).isCloseTo(0.05, within(0.01));
    }

    @Test
    void the_same_seed_and_number_give_the_same_fault_in_any_order() {
        FaultSettings settings = FaultSettings.of(5, Map.of(FaultKind.SLOW, 0.5));
        FaultDraw forwards = new FaultDraw(settings, Source.FINNHUB);
        FaultDraw backwards = new FaultDraw(settings, Source.FINNHUB);
        for (long number = 1; number <= 1000; number++) {
            long other = 1001 - number;
            assertThat(backwards.of(other)).isEqualTo(forwards.of(other));
        }
        assertThat(LongStream.rangeClosed(1, 1000).mapToObj(forwards::of).distinct())
                .hasSize(2);
    }

    @Test
    void a_truncated_body_is_a_true_beginning() {
        FaultDraw draw = new FaultDraw(FaultSettings.of(5, Map.of()), Source.FINNHUB);
        String body = "{\"c\":1}";
        for (long number = 1; number < 100; number++) {
            assertThat(body).startsWith(draw.truncated(body, number));
            assertThat(draw.truncated(body, number)).isNotEmpty().hasSizeLessThan(body.length());
        }
    }

    @Test
    void rates_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> FaultSettings.of(5, Map.of(FaultKind.SLOW, 1.5)))
                .hasMessageContaining("SLOW");
        assertThatThrownBy(() -> FaultSettings.of(5, Map.of(FaultKind.SLOW, 0.7, FaultKind.TRUNCATED, 0.7)))
                .hasMessageContaining("sum up to more than 1");
    }
}
