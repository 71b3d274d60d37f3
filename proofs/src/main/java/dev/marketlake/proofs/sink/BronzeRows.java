package dev.marketlake.proofs.sink;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.claim.ProofFailed;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The raw table as a stranger finds it, against what was published: every offset has to be one row. */
record BronzeRows(ObjectStore store, DeltaLake lake) {
    private static final LakeTable TABLE = Tables.RAW_QUOTES;
    private static final Pattern ENTRY = Pattern.compile(".*/\\d{20}\\.json");

    static BronzeRows of(ObjectStore store, InstantSource clock) {
        return new BronzeRows(store, new DeltaLake(store, clock));
    }

    static String table() {
        return TABLE.name();
    }

    /** Whether the log is past all that was published so far. */
    boolean isPast(RawQuotes published) {
        return published.sourceEnds().areIn(lake);
    }

    /**
     * What was found.
     *
     * @param version latest
     */
    record Found(long version, long rows) {}

    /** Compares. @throws ProofFailed with the first differences */
    Found require(RawQuotes published) {
        return require(published.positions());
    }

    /** The same. @param positions of every record that has to have a row, as {@code <topic id>-<partition>@<offset>} */
    Found require(Set<String> positions) {
        var differences = new Differences();
        try {
            TableState state = lake.read(TABLE.folder()).orElseThrow();
            Map<String, Long> found = rows(state);
            found.forEach((position, count) -> {
                differences.unlessEqual("rows of " + position, 1L, count);
                if (!positions.contains(position)) {
                    differences.add("a row of " + position + ", which is not to be there");
                }
            });
            positions.stream()
                    .filter(position -> !found.containsKey(position))
                    .forEach(position -> differences.add("no row of " + position));
            long entries = store.list(TABLE.folder() + "/_delta_log/", "").stream()
                    .filter(object -> ENTRY.matcher(object.key()).matches())
                    .count();
            differences.unlessEqual("log entries", state.version() + 1, entries);
            differences.requireNone(TABLE.name());
            return new Found(state.version(), found.size());
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }

    private Map<String, Long> rows(TableState state) throws StoreFailure {
        var columns = TableRows.of(TABLE, TABLE.partitions()).fileSchema();
        Map<String, Long> found = new TreeMap<>();
        for (LiveFile file : state.files()) {
            for (var row : ParquetFiles.decode(columns, store.get(TABLE.folder() + "/" + file.path()))) {
                found.merge(
                        row.get("kafka_topic_id") + "-" + row.get("kafka_partition") + "@" + row.get("kafka_offset"),
                        1L,
                        Long::sum);
            }
        }
        return found;
    }
}
