package dev.marketlake.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/** Writes records of one schema in another one that can read them: fields go by name, the other's new fields take its defaults. */
final class ConvertingWriter<T> implements DatumWriter<T> {
    private final DatumWriter<T> own;
    private final GenericDatumReader<Object> conversion;
    private final GenericDatumWriter<Object> target;

    ConvertingWriter(DatumWriter<T> own, Schema from, Schema to) {
        this.own = own;
        this.conversion = new GenericDatumReader<>(from, to);
        this.target = new GenericDatumWriter<>(to);
    }

    @Override
    public void setSchema(Schema schema) {
        throw new UnsupportedOperationException("both schemas are fixed");
    }

    @Override
    public void write(T record, Encoder out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        own.write(record, encoder);
        encoder.flush();
        target.write(conversion.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)), out);
    }
}
