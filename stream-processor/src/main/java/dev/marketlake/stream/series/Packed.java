package dev.marketlake.stream.series;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * State as bytes. A whole number takes as many bytes as it needs: its zig-zag form, seven bits a byte, the last byte below 128. A text is
 * its length and its UTF-8; hashes and doubles take eight bytes.
 */
final class Packed {
    private static final int LONGEST_NUMBER = 10;

    private Packed() {}

    /** Puts values one after the other. */
    static final class Writer {
        private byte[] bytes = new byte[192];
        private int size;

        Writer number(long value) {
            room(LONGEST_NUMBER);
            long left = (value << 1) ^ (value >> 63);
            while ((left & ~0x7FL) != 0) {
                bytes[size++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            bytes[size++] = (byte) left;
            return this;
        }

        Writer eight(long value) {
            room(Long.BYTES);
            for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[size++] = (byte) (value >> shift);
            }
            return this;
        }

        Writer text(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, size, utf8.length);
            size += utf8.length;
            return this;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }

    /** Takes values out again, in the same order. */
    static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        /** @throws BufferUnderflowException where the bytes end, as do the others */
        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
        }

        void skipNumbers(int count) {
            for (int i = 0; i < count; i++) {
                number();
            }
        }

        int count() {
            return Math.toIntExact(number());
        }

        long eight() {
            return bytes.getLong();
        }

        String text() {
            int length = count();
            if (length < 0 || length > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
            return text;
        }
    }
}
