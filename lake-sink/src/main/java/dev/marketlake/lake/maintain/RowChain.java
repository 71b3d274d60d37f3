package dev.marketlake.lake.maintain;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.ParquetRows;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The rows of several files after one another, counted on their way; one file is in memory at a time. Not for several threads. */
final class RowChain implements Iterable<GenericRecord>, Iterator<GenericRecord>, AutoCloseable {
    private final DataFiles files;
    private final TableRows rows;
    private final Iterator<LiveFile> group;
    private final RowMultiset passed;
    private @Nullable ParquetRows open;

    RowChain(DataFiles files, TableRows rows, List<LiveFile> group, RowMultiset passed) {
        this.files = files;
        this.rows = rows;
        this.group = group.iterator();
        this.passed = passed;
    }

    /** A file could not be read; the encoder in between knows no checked exceptions. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final StoreFailure failure;

        Broken(StoreFailure failure) {
            super(failure);
            this.failure = failure;
        }

        StoreFailure failure() {
            return failure;
        }
    }

    @Override
    public Iterator<GenericRecord> iterator() {
        return this;
    }

    @Override
    public boolean hasNext() {
        while ((open == null || !open.hasNext()) && group.hasNext()) {
            close();
            try {
                open = files.open(rows, group.next());
            } catch (StoreFailure failure) {
                throw new Broken(failure);
            }
        }
        return open != null && open.hasNext();
    }

    @Override
    public GenericRecord next() {
        if (!hasNext() || open == null) {
            throw new NoSuchElementException("no more rows");
        }
        GenericRecord row = open.next();
        passed.add(row);
        return row;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
