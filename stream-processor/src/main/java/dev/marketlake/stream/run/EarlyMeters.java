package dev.marketlake.stream.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters that count from the first record on, and are shown in the application's registry, from their first count on, once there is one. Its
 * filters of names and tags apply; a timer shows its count, sum and longest, and no histogram.
 */
final class EarlyMeters {
    private static final Logger LOG = LoggerFactory.getLogger(EarlyMeters.class);

    private final MeterRegistry counted = new SimpleMeterRegistry();
    private final CompletableFuture<MeterRegistry> shown = new CompletableFuture<>();

    /** Where to count; of counters, gauges and timers. */
    MeterRegistry counted() {
        return counted;
    }

    /** To be called once. */
    void showIn(MeterRegistry registry) {
        counted.config().onMeterAdded(meter -> show(meter, registry));
        counted.forEachMeter(meter -> show(meter, registry));
        shown.complete(registry);
    }

    /** For what brings meters of its own: at once where they are shown already. */
    void whenShown(Consumer<MeterRegistry> work) {
        shown.thenAccept(work).exceptionally(failure -> {
            LOG.warn("Some metrics cannot be shown", failure);
            return null;
        });
    }

    private static void show(Meter meter, MeterRegistry registry) {
        Meter.Id id = meter.getId();
        switch (meter) {
            case Counter counter ->
                FunctionCounter.builder(id.getName(), counter, Counter::count)
                        .tags(id.getTags())
                        .description(id.getDescription())
                        .register(registry);
            case Gauge gauge ->
                Gauge.builder(id.getName(), gauge, Gauge::value)
                        .tags(id.getTags())
                        .description(id.getDescription())
                        .register(registry);
            case Timer timer -> {
                FunctionTimer.builder(
                                id.getName(),
                                timer,
                                Timer::count,
                                all -> all.totalTime(TimeUnit.NANOSECONDS),
                                TimeUnit.NANOSECONDS)
                        .tags(id.getTags())
                        .description(id.getDescription())
                        .register(registry);
                Gauge.builder(id.getName() + ".seconds.max", timer, all -> all.max(TimeUnit.SECONDS))
                        .tags(id.getTags())
                        .description("The longest of late")
                        .register(registry);
            }
            default -> throw new IllegalArgumentException("no way to show " + id);
        }
    }
}
