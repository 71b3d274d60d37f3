package dev.marketlake.stream;

import dev.marketlake.events.Alert;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the topology counts: records by disposition, rejections by reason, alerts by state, bars held, time of a flush. */
final class StreamMeters {
    private final MeterRegistry registry;
    private final Map<Disposition, Counter> records = new EnumMap<>(Disposition.class);
    private final Timer flush;
    private final AtomicLong bars = new AtomicLong();

    StreamMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Disposition disposition : Disposition.values()) {
            records.put(
                    disposition,
                    Counter.builder("marketlake.stream.records")
                            .tag("disposition", disposition.name())
                            .description("Raw records by what became of them")
                            .register(registry));
        }
        this.flush = Timer.builder("marketlake.stream.flush")
                .description("Time of one flush of corrections, roll-ups and ledger")
                .register(registry);
        registry.gauge("marketlake.stream.series.bars", bars);
    }

    void record(Disposition disposition) {
        Counter counter = records.get(disposition);
        if (counter != null) {
            counter.increment();
        }
    }

    void rejected(Refused refused) {
        refused.reasons()
                .names()
                .forEach(reason -> registry.counter("marketlake.stream.rejected", "reason", reason)
                        .increment());
    }

    /** A record came again that an earlier transaction took: the group's offsets were set back. */
    void seenBefore() {
        registry.counter("marketlake.stream.seen.before").increment();
    }

    /** @param offsets between two records taken one after the other */
    void skipped(long offsets) {
        registry.counter("marketlake.stream.offsets.skipped").increment(offsets);
    }

    void sent(Row row) {
        if (row.value() instanceof Alert alert) {
            registry.counter("marketlake.stream.alerts", "rule", alert.getRule(), "state", alert.getState())
                    .increment();
        }
    }

    /** Counts are of all tasks of this process. @param change bars more (or, below zero, fewer) than this task held before */
    void held(long change) {
        bars.addAndGet(change);
    }

    void flushed(Runnable work) {
        flush.record(work);
    }
}
