package dev.marketlake.lake.maintain;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ParquetFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** bronze.raw_quotes in memory, one row and file per commit, with a clock that stands where the test puts it. */
final class QuoteTable {
    static final String FOLDER = Tables.RAW_QUOTES.folder();
    static final String SOURCE = Examples.TOPIC_ID + "-0";
    static final TableRows ROWS = TableRows.of(Tables.RAW_QUOTES, Tables.RAW_QUOTES.partitions());

    final MemoryObjectStore store;
    Instant now = Instant.parse("2026-11-20T12:00:00Z");

    QuoteTable() {
        this(new MemoryObjectStore());
    }

    private QuoteTable(MemoryObjectStore store) {
        this.store = store;
        store.goBy(() -> now);
    }

    /** Another one with the same objects, at the same time. */
    QuoteTable copy() {
        QuoteTable copy = new QuoteTable(store.copy());
        copy.now = now;
        copy.store.goBy(() -> copy.now);
        return copy;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    DeltaLake lake(ObjectStore by) {
        return new DeltaLake(by, () -> now);
    }

    DeltaTable open(ObjectStore by) throws StoreFailure {
        return ((Opening.Opened) lake(by).open(ROWS.shape())).table();
    }

    TableState state() throws StoreFailure {
        return lake(store).read(FOLDER).orElseThrow();
    }

    /** Commits the records from {@code base} up to {@code next}, one by one, a minute apart. */
    void commit(long base, long next) throws StoreFailure {
        DeltaTable table = open(store);
        for (long offset = base; offset < next; offset++) {
            if (!(table.commit(change(store, offset)) instanceof CommitOutcome.Committed)) {
                throw new IllegalStateException("not committed: " + offset);
            }
            later(Duration.ofMinutes(1));
        }
    }

    /** Puts the file of one record. @return the change that brings it in */
    TableChange change(ObjectStore by, long offset) throws StoreFailure {
        RowChange.Added row =
                (RowChange.Added) ROWS.change(Examples.arrival(Examples.raw("AAPL", (int) offset), offset));
        NewFile file = new DataFiles(by, () -> now).write(ROWS, row.partition(), List.of(row.row()));
        OptionalLong base = offset == 0 ? OptionalLong.empty() : OptionalLong.of(offset);
        return new TableChange(List.of(file), List.of(), Set.of(), List.of(new Progress(SOURCE, base, offset + 1)));
    }

    /** Offsets of the rows of a version, sorted. */
    List<Long> offsets(Collection<LiveFile> files) throws StoreFailure {
        List<Long> offsets = new ArrayList<>();
        for (LiveFile file : files) {
            for (GenericRecord row : ParquetFiles.decode(
                    ROWS.fileSchema(), store.get(ROWS.shape().folder() + "/" + file.path()))) {
                offsets.add((Long) row.get("kafka_offset"));
            }
        }
        offsets.sort(null);
        return offsets;
    }

    List<Long> offsets() throws StoreFailure {
        return offsets(state().files());
    }

    /** Data files in the store that no live version has. */
    Set<String> idle() throws StoreFailure {
        Set<String> keys = new HashSet<>(store.keys());
        keys.removeIf(key -> !key.startsWith(FOLDER + "/") || key.contains("/_delta_log/"));
        state().files().forEach(file -> keys.remove(FOLDER + "/" + file.path()));
        return keys;
    }
}
