package dev.marketlake.lake.files;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.PackedRow;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.lake.write.ParquetRows;
import dev.marketlake.lake.write.RowFormat;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;

/**
 * Data files of one table in the store, under Hive-style folders such as {@code silver/bars/symbol=AAPL/trade_date=2019-02-15/}. A file
 * whose commit does not land stays behind: an orphan that no reader of the log sees.
 */
public final class DataFiles {
    private final ObjectStore store;
    private final InstantSource clock;

    public DataFiles(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes at least one row to a file of a new name. */
    public NewFile write(TableRows table, Partition partition, Iterable<GenericRecord> rows) throws StoreFailure {
        return put(table, partition, ParquetFiles.encode(table.fileSchema(), rows));
    }

    /** Writes at least one packed row to a file of a new name. @param format of the table's rows */
    public NewFile writePacked(TableRows table, RowFormat format, Partition partition, Iterable<PackedRow> rows)
            throws StoreFailure {
        return put(table, partition, ParquetFiles.encode(format, rows));
    }

    private NewFile put(TableRows table, Partition partition, EncodedFile encoded) throws StoreFailure {
        String path = partition.folder() + "part-" + UUID.randomUUID() + ".zstd.parquet";
        store.put(key(table, path), encoded.content());
        LiveFile file = new LiveFile(path, partition, encoded.content().length, encoded.rows());
        return new NewFile(file, encoded.ranges(), clock.instant());
    }

    /** The rows of a file, one after the other. */
    public ParquetRows open(TableRows table, LiveFile file) throws StoreFailure {
        return ParquetRows.open(table.fileSchema(), store.get(key(table, file.path())));
    }

    private static String key(TableRows table, String path) {
        return table.shape().folder() + "/" + path;
    }
}
