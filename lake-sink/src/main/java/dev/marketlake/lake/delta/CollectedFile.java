package dev.marketlake.lake.delta;

import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import java.io.ByteArrayOutputStream;

/**
 * Collects a file in memory. Closing it means nothing: Kernel's Parquet writer closes, footer and all, also when its rows broke off in the
 * middle.
 */
final class CollectedFile extends PositionOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    byte[] content() {
        return bytes.toByteArray();
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
}
