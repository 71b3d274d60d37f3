package dev.marketlake.lake.lineage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What is counted of events. Safe for any thread. */
final class LineageMeters {
    private final MeterRegistry registry;
    private final Counter sent;

    /** Why an event never reaches the server. */
    enum Drop {
        /** Too many were waiting. */
        FULL,
        /** The server gave no good answer, however often it was asked. */
        UNANSWERED,
        /** The server does not take it: another try would not help. */
        REFUSED
    }

    LineageMeters(MeterRegistry registry) {
        this.registry = registry;
        this.sent = Counter.builder("marketlake.lineage.sent")
                .description("Lineage events that the server has taken.")
                .register(registry);
        for (Drop why : Drop.values()) {
            dropped(why, 0);
        }
    }

    void sent() {
        sent.increment();
    }

    void dropped(Drop why, long count) {
        Counter.builder("marketlake.lineage.dropped")
                .description("Lineage events that never reached the server.")
                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment(count);
    }
}
