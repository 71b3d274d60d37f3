package dev.marketlake.lake.star;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.DerivedTable;
import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.ParquetFiles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * One commit to a derived table: partitions whose rows are others than those in the table are written anew, the rest stays. Where another
 * writer was faster nothing changes, and what was put stays behind as orphans. For one commit and one thread.
 */
final class DerivedWriter {
    /** Name in the log of what these rows came from; its position is the time of the commit, which tells two writers apart. */
    private static final String SOURCE = "derived";

    private final DerivedTable derived;
    private final DeltaTable table;
    private final ObjectStore store;
    private final InstantSource clock;
    private final Schema fileSchema;
    private final List<NewFile> adds = new ArrayList<>();
    private final List<LiveFile> removes = new ArrayList<>();
    private final Set<Partition> rewritten = new HashSet<>();

    private DerivedWriter(DerivedTable derived, DeltaTable table, ObjectStore store, InstantSource clock) {
        this.derived = derived;
        this.table = table;
        this.store = store;
        this.clock = clock;
        this.fileSchema = table.shape().fileSchema();
    }

    /** Opens the table, making it where it is missing. @throws StoreFailure where the store gives no answer @throws IllegalStateException where another table is there */
    static DerivedWriter open(DerivedTable derived, DeltaLake lake, ObjectStore store, InstantSource clock)
            throws StoreFailure {
        return switch (lake.open(derived.shape())) {
            case Opening.Opened opened -> new DerivedWriter(derived, opened.table(), store, clock);
            case Opening.Incompatible other -> throw new IllegalStateException(other.reason());
        };
    }

    /** The partitions that the table has. */
    Set<Partition> partitions() {
        Set<Partition> partitions = new HashSet<>();
        table.state().files().forEach(file -> partitions.add(file.partition()));
        return partitions;
    }

    /** Makes these the rows of a partition; none take it away. */
    void put(Partition partition, List<StarRow> rows) throws StoreFailure {
        List<GenericRecord> records =
                rows.stream().map(row -> row.record(fileSchema)).toList();
        List<LiveFile> before = table.state().files(partition);
        if (records.equals(read(before))) {
            return;
        }
        rewritten.add(partition);
        removes.addAll(before);
        if (!records.isEmpty()) {
            EncodedFile encoded = ParquetFiles.encode(fileSchema, records);
            String path = partition.folder() + "part-" + UUID.randomUUID() + ".zstd.parquet";
            store.put(key(path), encoded.content());
            LiveFile file = new LiveFile(path, partition, encoded.content().length, encoded.rows());
            adds.add(new NewFile(file, encoded.ranges(), clock.instant()));
        }
    }

    private List<GenericRecord> read(List<LiveFile> files) throws StoreFailure {
        List<GenericRecord> rows = new ArrayList<>();
        for (LiveFile file : files) {
            rows.addAll(ParquetFiles.decode(fileSchema, store.get(key(file.path()))));
        }
        return rows;
    }

    private String key(String path) {
        return derived.shape().folder() + "/" + path;
    }

    /** @return whether the table now holds what was put @throws StoreFailure where the store gives no answer */
    boolean commit() throws StoreFailure {
        if (rewritten.isEmpty()) {
            return true;
        }
        OptionalLong base = table.state().watermark(SOURCE);
        long next = Math.max(clock.millis(), base.orElse(0) + 1);
        TableChange change = new TableChange(adds, removes, rewritten, List.of(new Progress(SOURCE, base, next)));
        return switch (table.commit(change)) {
            case CommitOutcome.Committed done -> true;
            case CommitOutcome.AlreadyCommitted done -> true;
            case CommitOutcome.Conflict lost -> false;
            case CommitOutcome.Unknown nobodyKnows -> false;
        };
    }
}
