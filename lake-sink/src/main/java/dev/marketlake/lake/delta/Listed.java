package dev.marketlake.lake.delta;

import io.delta.kernel.utils.CloseableIterator;
import java.util.Iterator;

/** An iterator that holds nothing open, as Kernel wants it. */
record Listed<T>(Iterator<T> items) implements CloseableIterator<T> {
    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public T next() {
        return items.next();
    }

    @Override
    public void close() {}
}
