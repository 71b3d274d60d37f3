package dev.marketlake.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Writes records of one schema under one subject. Safe for any thread. */
final class SubjectWriter<T> {
    private static final int USUAL_SIZE = 512;

    private final byte[] header;
    private final DatumWriter<T> writer;

    SubjectWriter(int schemaId, DatumWriter<T> writer) {
        this.header = WireFormat.header(schemaId);
        this.writer = writer;
    }

    byte[] write(T record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        out.writeBytes(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writer.write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
