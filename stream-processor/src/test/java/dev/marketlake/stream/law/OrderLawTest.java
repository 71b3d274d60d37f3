package dev.marketlake.stream.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.EveryKind;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderLawTest {
    private static final int SEEDS = Integer.getInteger("marketlake.seeds", 500);

    @Test
    void any_order_repetition_and_delay_ends_as_sorted_input_does() {
        Set<String> kinds = new ConcurrentSkipListSet<>();
        LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> {
            OrderLaw.Trial trial = OrderLaw.trial(seed);
            assertThat(trial.difference()).as("seed " + seed).isEmpty();
            kinds.addAll(trial.kinds());
        });
        assertThat(kinds).as("every kind has been raised").isEqualTo(EveryKind.PURE);
    }

    @Test
    void an_engine_with_a_stream_time_window_breaks_the_law() {
        assertThat(OrderLaw.withStreamTimeWindow(1)).isPresent();
    }
}
