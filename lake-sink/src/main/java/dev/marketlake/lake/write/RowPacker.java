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

/** Packs rows of one schema. Not for several threads. */
public final class RowPacker {
    private final Schema schema;
    private final GenericDatumWriter<GenericRecord> writer;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(512);
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
        return new PackedRow(packed.toByteArray(), 0, packed.size());
    }
}
