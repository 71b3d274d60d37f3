package dev.marketlake.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary encoding into an array that grows. Used by one thread. */
final class AvroBuffer {
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes;
    private int size;

    AvroBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Forgets what was written, and starts with these bytes. */
    void startWith(byte[] header) {
        size = 0;
        writeRaw(header, header.length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** A long or int: zig-zag, variable length. */
    void writeLong(long value) {
        room(LONGEST_VARINT);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** Which branch of a union follows: 0 to 63. */
    void writeBranch(int branch) {
        room(1);
        bytes[size++] = (byte) (branch << 1);
    }

    void writeBoolean(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void writeDouble(double value) {
        room(Double.BYTES);
        DOUBLES.set(bytes, size, value);
        size += Double.BYTES;
    }

    /** Length and UTF-8. */
    void writeText(String text) {
        int length = text.length();
        room(LONGEST_VARINT + length);
        int start = size;
        writeLong(length);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 0x80) {
                size = start;
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                writeBytes(utf8, utf8.length);
                return;
            }
            bytes[size++] = (byte) letter;
        }
    }

    /** Length and bytes. */
    void writeBytes(byte[] value, int length) {
        writeLong(length);
        writeRaw(value, length);
    }

    /** Length and the shortest two's complement, big-endian: an unscaled decimal. */
    void writeUnscaled(long value) {
        int bits = Long.SIZE + 1 - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
        int length = (bits + Byte.SIZE - 1) / Byte.SIZE;
        writeLong(length);
        room(length);
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >> Math.min(shift, Long.SIZE - 1));
        }
    }

    private void writeRaw(byte[] value, int length) {
        room(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
