package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EarlyMetersTest {
    private final PrometheusMeterRegistry application = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final EarlyMeters meters = new EarlyMeters();

    @Test
    void what_was_counted_before_the_registry_is_there_is_shown_and_what_comes_later_is_added() {
        Counter records = meters.counted().counter("records", "disposition", "DUPLICATE");
        records.increment(3);

        meters.showIn(application);
        records.increment(2);

        assertThat(application.scrape()).contains("records_total{disposition=\"DUPLICATE\"} 5.0");
    }

    @Test
    void a_meter_first_used_later_is_shown_as_well() {
        meters.showIn(application);

        meters.counted().counter("alerts", "rule", "spike").increment();

        assertThat(application.scrape()).contains("alerts_total{rule=\"spike\"} 1.0");
    }

    @Test
    void timers_show_count_sum_and_the_longest_and_gauges_their_value() {
        Timer flush = meters.counted().timer("flush");
        flush.record(Duration.ofMillis(1_500));
        flush.record(Duration.ofMillis(500));
        AtomicLong bars = meters.counted().gauge("bars", new AtomicLong());
        meters.showIn(application);
        assertThat(bars).isNotNull();
        if (bars != null) {
            bars.set(390);
        }

        assertThat(application.scrape())
                .contains("flush_seconds_count 2")
                .contains("flush_seconds_sum 2.0")
                .contains("flush_seconds_max 1.5")
                .contains("bars 390.0");
    }

    /** The common tags that a user asks for hold for all. */
    @Test
    void filters_of_the_application_apply() {
        application.config().commonTags("site", "north");
        meters.counted().counter("records").increment();

        meters.showIn(application);

        assertThat(application.scrape()).contains("records_total{site=\"north\"} 1.0");
    }

    @Test
    void what_brings_its_own_meters_gets_the_registry_whenever_it_asks() {
        meters.whenShown(registry -> registry.counter("asked.before").increment());
        meters.showIn(application);
        meters.whenShown(registry -> registry.counter("asked.after").increment());

        assertThat(application.scrape()).contains("asked_before_total 1.0", "asked_after_total 1.0");
    }
}
