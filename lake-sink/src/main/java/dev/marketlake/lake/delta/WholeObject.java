package dev.marketlake.lake.delta;

import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;

/** A log file or checkpoint, read at once: one request, and a missing object shows when it is opened, not later. */
final class WholeObject extends SeekableInputStream {
    private final String path;
    private final byte[] content;
    private int position;

    WholeObject(String path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void seek(long to) {
        position = Math.toIntExact(to);
    }

    @Override
    public int read() {
        return position < content.length ? content[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int taken = Math.min(length, content.length - position);
        if (taken <= 0) {
            return -1;
        }
        System.arraycopy(content, position, into, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public void readFully(byte[] into, int offset, int length) throws EOFException {
        if (length > content.length - position) {
            throw new EOFException(path + " ends at byte " + content.length);
        }
        System.arraycopy(content, position, into, offset, length);
        position += length;
    }
}
