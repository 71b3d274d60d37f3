package dev.marketlake.lake.maintain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Tells whether two heaps of rows hold the same rows the same number of times, in whatever order: their number, and the sum of the SHA-256
 * digests of their Avro bytes. For one thread.
 */
final class RowMultiset {
    private final GenericDatumWriter<GenericRecord> writer;
    private final MessageDigest sha256;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    /** @param rows in a heap @param sum of their digests, unsigned */
    record Total(long rows, BigInteger sum) {}

    RowMultiset(Schema schema) {
        this.writer = new GenericDatumWriter<>(schema);
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Maps must be sorted by key. */
    void add(GenericRecord row) {
        try {
            bytes.reset();
            writer.write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows++;
        sum = sum.add(new BigInteger(1, sha256.digest(bytes.toByteArray())));
    }

    Total total() {
        return new Total(rows, sum);
    }
}
