package dev.marketlake.stream.series;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * State as bytes. A whole number takes as many bytes as it needs: its zig-zag form, seven bits a byte, the last byte below 128. A text is
 * its length and its UTF-8; hashes and doubles take eight bytes.
 */
final class Packed {
    private static final int LONGEST_NUMBER = 10;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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
            EIGHT.set(bytes, size, value);
            size += Long.BYTES;
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

    /** Takes values out again, in the same order. Each throws {@link BufferUnderflowException} where the bytes end. */
    static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[passed(1)];
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
        }

        void skipNumbers(int count) {
            for (int left = count; left > 0; ) {
                if (bytes[passed(1)] >= 0) {
                    left--;
                }
            }
        }

        int count() {
            return Math.toIntExact(number());
        }

        long eight() {
            return (long) EIGHT.get(bytes, passed(Long.BYTES));
        }

        void skipEight() {
            passed(Long.BYTES);
        }

        String text() {
            int length = count();
            return new String(bytes, passed(length), length, StandardCharsets.UTF_8);
        }

        void skipText() {
            passed(count());
        }

        /** Goes over some bytes. @return where they begin */
        private int passed(int count) {
            int start = position;
            if (count < 0 || count > bytes.length - start) {
                throw new BufferUnderflowException();
            }
            position = start + count;
            return start;
        }
    }
}
