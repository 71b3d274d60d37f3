package dev.marketlake.lake.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Packs rows of one schema, behind one another in blocks that live as long as one of their rows. Not for several threads. */
public final class RowPacker {
    private static final int BLOCK = 32 * 1024;

    private final Schema schema;
    private final GenericDatumWriter<GenericRecord> writer;
    private final Pack packed = new Pack();
    private byte[] block = new byte[0];
    private int end;
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(packed, null);

    /** @param schema of every row */
    public RowPacker(Schema schema) {
        this.schema = schema;
        this.writer = new GenericDatumWriter<>(schema, GenericData.get());
    }

    public Schema schema() {
        return schema;
    }

    /**
     * Packs a row; entries of its maps in the order they stand in.
     *
     * @throws org.apache.avro.AvroRuntimeException ClassCastException or NullPointerException where it does not fit the schema
     */
    public PackedRow pack(GenericRecord row) {
        packed.reset();
        try {
            writer.write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a row could not be packed", e);
        } catch (RuntimeException e) {
            // What it has taken of this row is not to come before the next one.
            encoder = EncoderFactory.get().binaryEncoder(packed, null);
            throw e;
        }
        return stored();
    }

    private PackedRow stored() {
        int length = packed.size();
        if (block.length - end < length) {
            block = new byte[Math.max(BLOCK, length)];
            end = 0;
        }
        PackedRow row = new PackedRow(block, end, length);
        packed.copyTo(block, end);
        end += length;
        return row;
    }

    /** Gives its bytes away without a copy between. */
    private static final class Pack extends ByteArrayOutputStream {
        Pack() {
            super(512);
        }

        void copyTo(byte[] target, int offset) {
            System.arraycopy(buf, 0, target, offset, count);
        }
    }
}
