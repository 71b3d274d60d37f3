package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;

/** Packed rows behind one another; each pass over them makes them anew, in their order, maps sorted by key. Does not change. */
public final class PackedRows extends AbstractCollection<GenericRecord> {
    private final Schema schema;
    private final byte[] bytes;
    /** Where each row ends. */
    private final int[] ends;

    private PackedRows(Schema schema, byte[] bytes, int[] ends) {
        this.schema = schema;
        this.bytes = bytes;
        this.ends = ends;
    }

    /** Copies rows of {@code schema}. @throws ArithmeticException where they take more than 2 GiB */
    public static PackedRows of(Schema schema, Collection<PackedRow> rows) {
        int[] ends = new int[rows.size()];
        int end = 0;
        int at = 0;
        for (PackedRow row : rows) {
            end = Math.addExact(end, row.length());
            ends[at++] = end;
        }
        byte[] bytes = new byte[end];
        int begin = 0;
        for (PackedRow row : rows) {
            System.arraycopy(row.bytes(), row.offset(), bytes, begin, row.length());
            begin += row.length();
        }
        return new PackedRows(schema, bytes, ends);
    }

    /** Room they take, in bytes. */
    public long bytes() {
        return bytes.length + (long) ends.length * Integer.BYTES;
    }

    /** The same rows, still packed. */
    public List<PackedRow> packed() {
        return new AbstractList<>() {
            @Override
            public PackedRow get(int index) {
                int begin = index == 0 ? 0 : ends[index - 1];
                return new PackedRow(bytes, begin, ends[index] - begin);
            }

            @Override
            public int size() {
                return ends.length;
            }
        };
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public Iterator<GenericRecord> iterator() {
        return new Unpacking();
    }

    private final class Unpacking implements Iterator<GenericRecord> {
        private final GenericDatumReader<GenericRecord> reader =
                new GenericDatumReader<>(schema, schema, GenericData.get());
        private final MapColumns maps = new MapColumns(schema);
        private final BinaryDecoder decoder = new PackedRow(bytes, 0, bytes.length).decoder(null);
        private int next;

        @Override
        public boolean hasNext() {
            return next < ends.length;
        }

        @Override
        public GenericRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no row is left");
            }
            next++;
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
