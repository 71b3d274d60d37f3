package dev.marketlake.lake.write;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * One row in Avro's binary form: a fraction of the room it takes as an object. Its schema is known to whoever holds it.
 *
 * @param bytes not to be changed any more
 * @param offset of its first byte
 * @param length in bytes
 */
public record PackedRow(byte[] bytes, int offset, int length) {
    /** Reads it from its start. @param used a decoder that is not needed any more, to be used again */
    BinaryDecoder decoder(@Nullable BinaryDecoder used) {
        return DecoderFactory.get().binaryDecoder(bytes, offset, length, used);
    }
}
