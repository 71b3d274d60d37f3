package dev.marketlake.lake.delta;

import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Collects a file in memory and puts it whole when it is closed. */
final class PutOnClose extends PositionOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final Put put;
    private boolean closed;

    /** Puts the whole content. */
    interface Put {
        void whole(byte[] content) throws IOException;
    }

    PutOnClose(Put put) {
        this.put = put;
    }

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

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put.whole(bytes.toByteArray());
        }
    }
}
