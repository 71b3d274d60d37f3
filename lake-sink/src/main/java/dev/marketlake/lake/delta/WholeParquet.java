package dev.marketlake.lake.delta;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultParquetHandler;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checkpoints of the log: in the store with every row, or not at all. Their rows are read from older log files while they are written; a
 * read that fails leaves a Parquet file that is valid and lacks rows, which readers would take for the whole table.
 */
final class WholeParquet implements ParquetHandler {
    private final StoreFiles files;
    private final ParquetHandler reading;

    WholeParquet(StoreFiles files) {
        this.files = files;
        this.reading = new DefaultParquetHandler(files);
    }

    @Override
    public void writeParquetFileAtomically(String path, CloseableIterator<FilteredColumnarBatch> rows)
            throws IOException {
        CollectedFile file = new CollectedFile();
        new DefaultParquetHandler(new OneFile(path, file)).writeParquetFileAtomically(path, rows);
        files.put(path, file.content());
    }

    @Override
    public CloseableIterator<FileReadResult> readParquetFiles(
            CloseableIterator<FileStatus> found, StructType schema, Optional<Predicate> filter) throws IOException {
        return reading.readParquetFiles(found, schema, filter);
    }

    @Override
    public CloseableIterator<DataFileStatus> writeParquetFiles(
            String folder, CloseableIterator<FilteredColumnarBatch> rows, List<Column> statistics) {
        throw new UnsupportedOperationException("Kernel writes no data files here");
    }
}
