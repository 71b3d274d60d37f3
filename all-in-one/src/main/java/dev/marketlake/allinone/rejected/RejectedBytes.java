package dev.marketlake.allinone.rejected;

import java.nio.ByteBuffer;

/** The bytes of a buffer, which stays as it is. */
final class RejectedBytes {
    private RejectedBytes() {}

    static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
