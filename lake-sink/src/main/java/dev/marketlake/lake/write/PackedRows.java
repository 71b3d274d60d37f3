package dev.marketlake.lake.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Rows in Avro's binary form, a fraction of the room they take as objects; each pass over them makes them anew, in their order, maps
 * sorted by key. Does not change.
 */
public final class PackedRows extends AbstractCollection<GenericRecord> {
    private final Schema schema;
    private final byte[] bytes;
    private final int size;

    private PackedRows(Schema schema, byte[] bytes, int size) {
        this.schema = schema;
        this.bytes = bytes;
        this.size = size;
    }

    /** Packs rows of {@code schema}. */
    public static PackedRows of(Schema schema, Collection<GenericRecord> rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(packed, null);
        GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(schema, GenericData.get());
        try {
            for (GenericRecord row : rows) {
                writer.write(row, encoder);
            }
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("rows could not be packed", e);
        }
        return new PackedRows(schema, packed.toByteArray(), rows.size());
    }

    /** Room they take, in bytes. */
    public int bytes() {
        return bytes.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<GenericRecord> iterator() {
        return new Unpacking(schema, bytes, size);
    }

    private static final class Unpacking implements Iterator<GenericRecord> {
        private final GenericDatumReader<GenericRecord> reader;
        private final MapColumns maps;
        private final BinaryDecoder decoder;
        private int left;

        Unpacking(Schema schema, byte[] bytes, int left) {
            this.reader = new GenericDatumReader<>(schema, schema, GenericData.get());
            this.maps = new MapColumns(schema);
            this.decoder = DecoderFactory.get().binaryDecoder(bytes, null);
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public GenericRecord next() {
            if (left == 0) {
                throw new NoSuchElementException("no row is left");
            }
            left--;
            try {
                GenericRecord row = reader.read(null, decoder);
                maps.sort(row);
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException("packed rows do not fit their schema", e);
            }
        }
    }
}
