package dev.marketlake.stream.ledger;

import dev.marketlake.stream.observation.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What has been counted of one partition of a raw topic: the offsets from first to next, and the entries of its newest hours. Older hours are
 * closed: their last row is out and the state forgets them. Used by one thread.
 *
 * <pre>
 *   state: first offset | next offset    8 bytes each, written whenever hours are closed
 * </pre>
 */
final class PartitionSpan {
    /** How much of the past stays open, microseconds: Kafka stamps records on append, so none comes later than that. */
    private static final long OPEN = 3_600_000_000L;

    private static final int BYTES = 2 * Long.BYTES;

    private final String topicId;
    private final int partition;
    private final Map<EntryKey, Entry> open = new HashMap<>();
    private long first = Long.MAX_VALUE;
    private long next;
    private long newestHour = Long.MIN_VALUE;

    PartitionSpan(String topicId, int partition) {
        this.topicId = topicId;
        this.partition = partition;
    }

    /** Whether a record lies in this partition. */
    boolean holds(Origin origin) {
        return partition == origin.partition() && topicId.equals(origin.topicId());
    }

    /** For example {@code u1Xb.../3}. */
    static String name(String topicId, int partition) {
        return topicId + '/' + partition;
    }

    static boolean isName(String key) {
        return key.indexOf('/') == key.lastIndexOf('/');
    }

    static PartitionSpan restored(String name, byte[] state) {
        int slash = name.indexOf('/');
        PartitionSpan span = new PartitionSpan(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)));
        ByteBuffer in = ByteBuffer.wrap(state);
        span.first = in.getLong();
        span.next = in.getLong();
        return span;
    }

    byte[] state() {
        return ByteBuffer.allocate(BYTES).putLong(first).putLong(next).array();
    }

    String name() {
        return name(topicId, partition);
    }

    byte[] key() {
        return name().getBytes(StandardCharsets.UTF_8);
    }

    String topicId() {
        return topicId;
    }

    int partition() {
        return partition;
    }

    /** Offset of the first record counted. */
    long first() {
        return first;
    }

    /** Offset after the last record counted; 0 where none is. */
    long next() {
        return next;
    }

    /** The hour to count a record under: its own, but never one that is closed. */
    long openHour(long hour) {
        return newestHour == Long.MIN_VALUE ? hour : Math.max(hour, newestHour - OPEN);
    }

    /** The entry of a key, a new one where there is none. */
    Entry entry(EntryKey key, long offset) {
        Entry entry = open.computeIfAbsent(key, k -> new Entry(k, offset));
        newestHour = Math.max(newestHour, key.hour());
        return entry;
    }

    /** Takes up an entry as it was stored. */
    void restore(Entry entry) {
        open.put(entry.key(), entry);
        newestHour = Math.max(newestHour, entry.key().hour());
        covers(entry);
    }

    /** The entry has counted another record. */
    void covers(Entry entry) {
        first = Math.min(first, entry.firstOffset());
        next = Math.max(next, entry.nextOffset());
    }

    boolean isClosed(EntryKey key) {
        return key.hour() < newestHour - OPEN;
    }

    Map<EntryKey, Entry> open() {
        return open;
    }
}
