package dev.marketlake.serde;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The five bytes before the Avro binary: a zero byte and the schema id, big-endian. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void writeHeader(ByteArrayOutputStream out, int schemaId) {
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
    }

    /** The schema id of a value. @throws UndecodableValue where the header is not there */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new UndecodableValue("value of " + bytes.length + " bytes is too short for a schema id");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableValue("value does not start with the zero byte of Confluent's wire format");
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }
}
