package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.TableChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;

/** What a table's sink counts. */
final class SinkMeters {
    private final MeterRegistry registry;
    private final String table;
    private final Counter records;
    private final Counter commits;
    private final Counter conflicts;
    private final Counter bytes;
    private final Timer latency;

    SinkMeters(MeterRegistry registry, String table) {
        this.registry = registry;
        this.table = table;
        this.records = counter("records", "Records whose effect is in a commit.");
        this.commits = counter("commits", "Versions of the table written.");
        this.conflicts = counter("conflicts", "Batches dropped because another writer was faster.");
        this.bytes = counter("bytes", "Bytes of data files put in a commit.");
        this.latency = Timer.builder("marketlake.sink.commit")
                .description("Time from the decision to flush until the commit is known.")
                .tag("table", table)
                .register(registry);
    }

    private Counter counter(String what, String description) {
        return Counter.builder("marketlake.sink." + what)
                .description(description)
                .tag("table", table)
                .register(registry);
    }

    /** Shows a number about {@code subject}, asked for at each scrape. */
    <T> void gauge(String what, T subject, ToDoubleFunction<T> value) {
        io.micrometer.core.instrument.Gauge.builder("marketlake.sink." + what, subject, value)
                .tag("table", table)
                .register(registry);
    }

    Timer.Sample start() {
        return Timer.start(registry);
    }

    void committed(Batch batch, TableChange change, Timer.Sample since) {
        since.stop(latency);
        commits.increment();
        records.increment(batch.records());
        bytes.increment(change.adds().stream()
                .map(NewFile::file)
                .mapToLong(file -> file.bytes())
                .sum());
    }

    void dropped() {
        conflicts.increment();
    }
}
