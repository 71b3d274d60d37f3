package dev.marketlake.serde;

import dev.marketlake.serde.FieldWriters.FieldWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Writes records of one schema under one subject. Safe for any thread. */
interface SubjectWriter<T> {
    int USUAL_SIZE = 512;

    byte[] write(T record) throws IOException;

    /** Through one of Avro's own writers. */
    static <T> SubjectWriter<T> through(int schemaId, DatumWriter<T> writer) {
        byte[] header = WireFormat.header(schemaId);
        return record -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
            out.writeBytes(header);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer.write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        };
    }

    /** Of generated records, without looking each value's type up; empty for schemas that only Avro's own writers can write. */
    static <T> Optional<SubjectWriter<T>> compiled(int schemaId, Schema schema) {
        byte[] header = WireFormat.header(schemaId);
        return FieldWriters.record(schema).map(writer -> compiled(header, writer));
    }

    private static <T> SubjectWriter<T> compiled(byte[] header, FieldWriter writer) {
        ThreadLocal<AvroBuffer> buffers = ThreadLocal.withInitial(() -> new AvroBuffer(USUAL_SIZE));
        return record -> {
            AvroBuffer buffer = buffers.get();
            buffer.startWith(header);
            writer.write(record, buffer);
            return buffer.toBytes();
        };
    }
}
