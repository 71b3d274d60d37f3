package dev.marketlake.serde;

import java.nio.ByteBuffer;

/** The five bytes before the Avro binary: a zero byte and the schema id, big-endian. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }

    /** The schema id of a value. @throws UndecodableValue where the header is not there */
    static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new UndecodableValue("value of " + bytes.length + " bytes is too short for a schema id");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableValue("value does not start with the zero byte of Confluent's wire format");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        if (id < 0) {
            throw new UndecodableValue("value names schema " + id + ", and no registry has negative ids");
        }
        return id;
    }
}
