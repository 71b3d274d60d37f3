package dev.marketlake.lake.write;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file in memory, as Parquet wants to write and read it. */
final class MemoryFile {
    private MemoryFile() {}

    /** Collects what is written. */
    static final class Out implements OutputFile {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

        byte[] content() {
            return bytes.toByteArray();
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return bytes.size();
                }

                @Override
                public void write(int value) {
                    bytes.write(value);
                }

                @Override
                public void write(byte[] source, int offset, int length) {
                    bytes.write(source, offset, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /** Reads {@code content}. */
    record In(byte[] content) implements InputFile {
        @Override
        public long getLength() {
            return content.length;
        }

        @Override
        public SeekableInputStream newStream() {
            return new Stream(ByteBuffer.wrap(content));
        }
    }

    private static final class Stream extends SeekableInputStream {
        private final ByteBuffer from;

        Stream(ByteBuffer from) {
            this.from = from;
        }

        @Override
        public long getPos() {
            return from.position();
        }

        @Override
        public void seek(long position) {
            from.position(Math.toIntExact(position));
        }

        @Override
        public int read() {
            return from.hasRemaining() ? from.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length > 0 && !from.hasRemaining()) {
                return -1;
            }
            int taken = Math.min(length, from.remaining());
            from.get(into, offset, taken);
            return taken;
        }

        @Override
        public int read(ByteBuffer into) {
            if (into.hasRemaining() && !from.hasRemaining()) {
                return -1;
            }
            int taken = Math.min(into.remaining(), from.remaining());
            into.put(from.slice(from.position(), taken));
            from.position(from.position() + taken);
            return taken;
        }

        @Override
        public void readFully(byte[] into) throws IOException {
            readFully(into, 0, into.length);
        }

        @Override
        public void readFully(byte[] into, int offset, int length) throws IOException {
            if (length > from.remaining()) {
                throw new EOFException("the file ends " + (length - from.remaining()) + " bytes too early");
            }
            from.get(into, offset, length);
        }

        @Override
        public void readFully(ByteBuffer into) throws IOException {
            if (into.remaining() > from.remaining()) {
                throw new EOFException("the file ends " + (into.remaining() - from.remaining()) + " bytes too early");
            }
            int unread = read(into);
            if (unread < 0) {
                throw new EOFException("the file has ended");
            }
        }
    }
}
