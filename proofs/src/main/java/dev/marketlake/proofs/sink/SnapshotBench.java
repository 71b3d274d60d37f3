package dev.marketlake.proofs.sink;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ColumnRange;
import dev.marketlake.proofs.bench.Machine;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.sink.SnapshotBenchFigures.Loads;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How long it takes to find out what a table holds, by somebody who knows nothing of it yet, as its log grows. Each commit writes one
 * partition of a few anew, as a sink does; nobody expires the log meanwhile. Loads never open data files, so there are none. The store is in
 * memory: how long a store takes to list a folder is its own affair, so what it is asked is counted instead.
 */
final class SnapshotBench {
    private static final int PARTITIONS = 50;
    private static final int LOADS = 101;
    private static final String SOURCE = "benchTopicIdbenchTopic-0";

    private final Clock clock;
    private final Consumer<String> says;

    SnapshotBench(Clock clock, Consumer<String> says) {
        this.clock = clock;
        this.says = says;
    }

    /** @param few commits after which loads are timed first, @param many after which they are timed once more */
    SnapshotBenchFigures run(int few, int many) {
        var machine = Machine.now();
        try (var store = new CountingStore()) {
            var shape = TableRows.of(Tables.BARS, Tables.BARS.partitions()).shape();
            if (!(new DeltaLake(store, clock).open(shape) instanceof Opening.Opened opened)) {
                throw new ProofFailed("a new table cannot be opened");
            }
            var table = opened.table();
            List<Loads> loads = new ArrayList<>();
            for (int target : List.of(few, many)) {
                says.accept("committing up to " + target + " times");
                long before = position(table.state());
                long began = System.nanoTime();
                commit(table, before, target);
                var each = Duration.ofNanos((System.nanoTime() - began) / (target - before));
                says.accept("loading what the table holds, " + LOADS + " times");
                loads.add(load(store, target, each));
            }
            return new SnapshotBenchFigures(machine, loads.getFirst(), loads.getLast());
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }

    private void commit(DeltaTable table, long before, int target) throws StoreFailure {
        for (long next = before + 1; next <= target; next++) {
            var outcome = table.commit(change(table.state(), next));
            if (!(outcome instanceof CommitOutcome.Committed)) {
                throw new ProofFailed("commit " + next + " came to " + outcome);
            }
        }
    }

    private static long position(TableState state) throws StoreFailure {
        return state.watermark(SOURCE).orElse(0);
    }

    private TableChange change(TableState before, long next) throws StoreFailure {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("symbol", "S" + next % PARTITIONS);
        values.put("trade_date", "2019-02-15");
        var partition = new Partition(values);
        var file = new LiveFile(partition.folder() + "part-" + next + ".zstd.parquet", partition, 20_000, 390);
        var added = new NewFile(file, ranges(), clock.instant());
        var base = next == 1 ? OptionalLong.empty() : OptionalLong.of(next - 1);
        return new TableChange(
                List.of(added), before.files(partition), Set.of(partition), List.of(new Progress(SOURCE, base, next)));
    }

    private static List<ColumnRange> ranges() {
        long open = Instant.parse("2019-02-15T14:30:00Z").toEpochMilli() * 1_000;
        return List.of(
                new ColumnRange("open_time", open, open + 23_340_000_000L, 0),
                new ColumnRange("close", new BigDecimal("170.12000000"), new BigDecimal("171.50000000"), 0));
    }

    /** By lakes that were just made, and remember nothing. */
    private Loads load(CountingStore store, int commits, Duration commit) throws StoreFailure {
        List<Long> nanos = new ArrayList<>();
        store.forget();
        for (int load = 0; load < LOADS; load++) {
            var lake = new DeltaLake(store, clock);
            long began = System.nanoTime();
            var state = lake.read(Tables.BARS.folder()).orElseThrow();
            nanos.add(System.nanoTime() - began);
            if (position(state) != commits || state.files().size() != Math.min(commits, PARTITIONS)) {
                throw new ProofFailed("after " + commits + " commits the table is read as "
                        + state.files().size() + " files up to " + position(state));
            }
        }
        var median = Duration.ofNanos(nanos.stream().sorted().toList().get(LOADS / 2));
        return new Loads(commits, commit, median, store.requests / LOADS, store.listed / LOADS);
    }

    /** Counts what a store is asked, and how many objects it lists. For one thread. */
    private static final class CountingStore extends PassingStore {
        private long requests;
        private long listed;

        CountingStore() {
            super(new MemoryObjectStore());
        }

        void forget() {
            requests = 0;
            listed = 0;
        }

        @Override
        protected <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
            requests++;
            T answer = call.make();
            if (answer instanceof List<?> objects) {
                listed += objects.size();
            }
            return answer;
        }
    }
}
