package dev.marketlake.proofs.sink;

import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.proofs.bench.ProcessCost;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.sink.SinkBenchFigures.Landed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Times how a sink brings in what was published while it stood still. For one thread. */
final class Landing {
    static final Duration PATIENCE = Duration.ofMinutes(30);
    /** A look at the store takes some of the processor that the sink works on. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final String REQUESTS = "marketlake_store_requests_seconds_count";
    private static final String COMMIT = "marketlake_sink_commit_seconds";

    private final SinkProcess sink;
    private final MinioObjectStore store;

    Landing(SinkProcess sink, MinioObjectStore store) {
        this.sink = sink;
        this.store = store;
    }

    /** @param publish run while the sink stands still; gives what tells whether all of it has come in */
    Landed of(LakeTable table, long rows, Supplier<BooleanSupplier> publish) {
        double secondsBefore = sink.metric(COMMIT + "_sum", table.name());
        double commitsBefore = sink.metric(COMMIT + "_count", table.name());
        double requestsBefore = sink.metric(REQUESTS, table.folder());
        sink.freeze();
        BooleanSupplier there = publish.get();
        long logBefore = logBytes(table);
        var cpuBefore = ProcessCost.cpu(sink.pid());
        long began = System.nanoTime();
        sink.thaw();
        new SinkWait(List.of(sink), BETWEEN_LOOKS)
                .until("every row of " + table.name(), PATIENCE, onceGrown(table, logBefore, there));
        return new Landed(
                table.name(),
                rows,
                Duration.ofNanos(System.nanoTime() - began),
                ProcessCost.cpu(sink.pid()).minus(cpuBefore),
                Math.round(sink.metric(REQUESTS, table.folder()) - requestsBefore),
                logBytes(table) - logBefore,
                Math.round(sink.metric(COMMIT + "_count", table.name()) - commitsBefore),
                sink.metric(COMMIT + "_sum", table.name()) - secondsBefore);
    }

    /** Asks only where the log has grown since it was asked last: to read it takes as long as some of the flush. */
    private BooleanSupplier onceGrown(LakeTable table, long before, BooleanSupplier there) {
        var known = new AtomicLong(before);
        return () -> {
            long bytes = logBytes(table);
            return known.getAndSet(bytes) != bytes && there.getAsBoolean();
        };
    }

    private long logBytes(LakeTable table) {
        try {
            return store.list(table.folder() + "/_delta_log/", "").stream()
                    .mapToLong(StoredObject::bytes)
                    .sum();
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }
}
