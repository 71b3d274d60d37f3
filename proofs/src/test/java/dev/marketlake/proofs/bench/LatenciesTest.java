package dev.marketlake.proofs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_percentile_is_the_least_time_that_so_many_do_not_exceed() {
        var thousand = new Latencies(LongStream.rangeClosed(1, 1_000)
                .map(millis -> (1_001 - millis) * 1_000_000)
                .toArray());

        assertThat(thousand.within(500)).isEqualTo(500.0);
        assertThat(thousand.within(990)).isEqualTo(990.0);
        assertThat(thousand.within(999)).isEqualTo(999.0);
        assertThat(thousand.within(1000)).isEqualTo(1_000.0);
    }

    @Test
    void of_few_the_high_percentiles_are_the_longest() {
        var three = new Latencies(new long[] {30_000_000, 10_000_000, 20_000_000});

        assertThat(three.within(1)).isEqualTo(10.0);
        assertThat(three.within(500)).isEqualTo(20.0);
        assertThat(three.within(999)).isEqualTo(30.0);
    }

    @Test
    void nothing_measured_is_no_figure() {
        assertThatThrownBy(() -> new Latencies(new long[0])).hasMessageContaining("no latency was measured");
    }
}
