package dev.marketlake.allinone.replay;

import dev.marketlake.lake.write.ParquetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Rows on their way to Parquet files of a folder that is made anew. For one thread. */
final class ScratchRows implements AutoCloseable {
    private static final int ROWS_PER_FILE = 20_000;

    private final Path folder;
    private final Schema schema;
    private final List<GenericRecord> waiting = new ArrayList<>();
    private int files;
    private long rows;

    ScratchRows(Path folder, Schema schema) {
        this.folder = folder;
        this.schema = schema;
        try {
            for (var old : JobFolder.files(folder)) {
                Files.delete(old);
            }
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + folder + " anew", failure);
        }
    }

    void add(GenericRecord row) {
        waiting.add(row);
        rows++;
        if (waiting.size() == ROWS_PER_FILE) {
            write();
        }
    }

    long rows() {
        return rows;
    }

    private void write() {
        var file = folder.resolve(String.format(Locale.ROOT, "part-%05d.parquet", files++));
        try {
            Files.write(file, ParquetFiles.encode(schema, waiting).content());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
        waiting.clear();
    }

    /** Writes what is left. */
    @Override
    public void close() {
        if (!waiting.isEmpty()) {
            write();
        }
    }
}
