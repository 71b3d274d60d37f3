package dev.marketlake.stream.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Counts of one (topic id, partition, source, symbol, hour).
 *
 * <pre>
 *   state: 6 counters by {@link Disposition} | first offset | next offset    8 bytes each
 * </pre>
 */
final class Entry {
    private static final int COLUMNS = Disposition.values().length;
    private static final int BYTES = (COLUMNS + 2) * Long.BYTES;

    private final EntryKey key;
    private final Bytes storeKey;
    private final long[] counts = new long[COLUMNS];
    private long firstOffset;
    private long nextOffset;

    Entry(EntryKey key, long firstOffset) {
        this.key = key;
        this.storeKey = Bytes.wrap(key.bytes());
        this.firstOffset = firstOffset;
        this.nextOffset = firstOffset;
    }

    static Entry restored(EntryKey key, byte[] state) {
        Entry entry = new Entry(key, 0);
        ByteBuffer in = ByteBuffer.wrap(state);
        for (int i = 0; i < COLUMNS; i++) {
            entry.counts[i] = in.getLong();
        }
        entry.firstOffset = in.getLong();
        entry.nextOffset = in.getLong();
        return entry;
    }

    void count(Disposition disposition, long offset) {
        counts[disposition.ordinal()]++;
        nextOffset = offset + 1;
    }

    byte[] state() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        for (long count : counts) {
            out.putLong(count);
        }
        return out.putLong(firstOffset).putLong(nextOffset).array();
    }

    /** The key in the store. */
    Bytes storeKey() {
        return storeKey;
    }

    EntryKey key() {
        return key;
    }

    long count(Disposition disposition) {
        return counts[disposition.ordinal()];
    }

    long firstOffset() {
        return firstOffset;
    }

    long nextOffset() {
        return nextOffset;
    }
}
