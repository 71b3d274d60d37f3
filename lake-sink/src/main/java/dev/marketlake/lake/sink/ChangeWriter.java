package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.PackedRow;
import dev.marketlake.lake.write.PackedRows;
import dev.marketlake.lake.write.ParquetRows;
import dev.marketlake.lake.write.RowFormat;
import dev.marketlake.lake.write.RowPacker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Writes the data files of a batch: new ones to append, or the touched partitions whole. */
final class ChangeWriter {
    private final DataFiles files;
    private final Uploads uploads;
    private final OpenRows open;

    ChangeWriter(DataFiles files, Uploads uploads, OpenRows open) {
        this.files = files;
        this.uploads = uploads;
        this.open = open;
    }

    /**
     * A batch whose files lie in the store.
     *
     * @param change what to commit
     * @param rewrites the partitions it rewrites
     */
    record Written(TableChange change, List<Rewrite> rewrites) {
        /** Rows of the files it writes anew, by path. */
        Map<String, Collection<GenericRecord>> rows() {
            Map<String, Collection<GenericRecord>> rows = new HashMap<>();
            rewrites.forEach(rewrite ->
                    rewrite.file().ifPresent(added -> rows.put(added.file().path(), rewrite.rows())));
            return rows;
        }
    }

    /**
     * Writes what a batch changes.
     *
     * @param table that the batch's rows were made for
     * @throws StoreFailure where a file could not be read or put; those already put stay behind as orphans
     */
    Written write(TableRows table, TableState state, Batch batch) throws StoreFailure {
        if (!batch.isOf(table.fileSchema())) {
            throw new IllegalStateException("rows of another schema than the table's: " + batch);
        }
        RowFormat format = RowFormat.of(table.fileSchema());
        List<Callable<NewFile>> appends = new ArrayList<>();
        batch.added()
                .forEach((partition, rows) -> appends.add(() -> files.writePacked(table, format, partition, rows)));
        List<Callable<Optional<Rewrite>>> tasks = new ArrayList<>();
        batch.upserts().forEach((partition, changes) -> {
            List<LiveFile> before = state.files(partition);
            Optional<PackedRows> known = open.of(partition, before);
            tasks.add(() -> rewrite(table, format, partition, before, known, changes));
        });
        List<NewFile> adds = new ArrayList<>(uploads.all(appends));
        List<Rewrite> rewrites =
                uploads.all(tasks).stream().flatMap(Optional::stream).toList();
        rewrites.forEach(rewrite -> rewrite.file().ifPresent(adds::add));
        List<LiveFile> removes =
                rewrites.stream().flatMap(rewrite -> rewrite.before().stream()).toList();
        Set<Partition> rewritten = rewrites.stream().map(Rewrite::partition).collect(Collectors.toUnmodifiableSet());
        return new Written(new TableChange(adds, removes, rewritten, batch.progress()), rewrites);
    }

    private Optional<Rewrite> rewrite(
            TableRows table,
            RowFormat format,
            Partition partition,
            List<LiveFile> before,
            Optional<PackedRows> known,
            KeyChanges changes)
            throws StoreFailure {
        Collection<PackedRow> rows = known.isPresent() ? known.get().packed() : read(table, before);
        Optional<List<PackedRow>> merged = Merge.of(rows, table::key, changes);
        if (merged.isEmpty()) {
            return Optional.empty();
        }
        List<PackedRow> now = merged.get();
        Optional<NewFile> file =
                now.isEmpty() ? Optional.empty() : Optional.of(files.writePacked(table, format, partition, now));
        return Optional.of(new Rewrite(partition, before, PackedRows.of(table.fileSchema(), now), file));
    }

    /** In the order of their keys: files of a partition that others wrote need not be. */
    private Collection<PackedRow> read(TableRows table, List<LiveFile> before) throws StoreFailure {
        RowPacker packer = new RowPacker(table.fileSchema());
        Map<RowKey, PackedRow> rows = new TreeMap<>();
        for (LiveFile file : before) {
            try (ParquetRows all = files.open(table, file)) {
                all.forEachRemaining(row -> rows.put(table.key(row), packer.pack(row)));
            }
        }
        return rows.values();
    }

    /** The rows are what the log names now: keep them at hand for the next flush. */
    void remember(Written written) {
        open.keep(written.rewrites());
    }

    /** What is in memory may not be what the log names. */
    void forget() {
        open.clear();
    }
}
