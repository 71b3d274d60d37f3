package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.jspecify.annotations.Nullable;

/** The rows of one Parquet file, decoded as they are asked for. To be closed; not for several threads. */
public final class ParquetRows implements Iterator<GenericRecord>, AutoCloseable {
    private final ZstdCodec codec = new ZstdCodec();
    private final MapColumns maps;
    private final ParquetReader<GenericRecord> reader;
    private @Nullable GenericRecord next;

    private ParquetRows(Schema schema, byte[] content) {
        this.maps = new MapColumns(schema);
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.set(ParquetFiles.READ_SCHEMA, schema.toString());
        try {
            this.reader = AvroParquetReader.<GenericRecord>builder(new MemoryFile.In(content), configuration)
                    .withDataModel(GenericData.get())
                    .withCodecFactory(codec)
                    .build();
            this.next = read();
        } catch (IOException e) {
            throw notOurs(e);
        }
    }

    /** Reads every row as {@code schema}: a column that the file lacks is null, maps are sorted by key. */
    public static ParquetRows open(Schema schema, byte[] content) {
        return new ParquetRows(schema, content);
    }

    private @Nullable GenericRecord read() throws IOException {
        GenericRecord row = reader.read();
        if (row != null) {
            maps.sort(row);
        }
        return row;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public GenericRecord next() {
        GenericRecord row = next;
        if (row == null) {
            throw new NoSuchElementException("the file has no more rows");
        }
        try {
            next = read();
        } catch (IOException e) {
            throw notOurs(e);
        }
        return row;
    }

    private static UncheckedIOException notOurs(IOException e) {
        return new UncheckedIOException("not a Parquet file of the lake", e);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw notOurs(e);
        } finally {
            codec.release();
        }
    }
}
