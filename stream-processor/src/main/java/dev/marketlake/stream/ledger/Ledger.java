package dev.marketlake.stream.ledger;

import dev.marketlake.events.LedgerEntry;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.topics.Topics;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts raw records by disposition. A count is logged with the record it counts; the rows go out as upserts with the next flush, and all
 * of them again after a restart. Used by one thread.
 */
public final class Ledger {
    private static final String COUNTS = "COUNTS";
    private static final String POSITION = "POSITION";
    private static final long HOUR = 3_600_000_000L;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<EntryKey, Entry> entries = new HashMap<>();
    private final Set<Entry> dirty = new LinkedHashSet<>();
    private final Map<String, Span> positions = new TreeMap<>();
    private final Set<String> moved = new LinkedHashSet<>();

    private record Span(String topicId, int partition, long first, long next) {
        Span with(long otherFirst, long otherNext) {
            return new Span(topicId, partition, Math.min(first, otherFirst), Math.max(next, otherNext));
        }
    }

    /** Takes up what the store holds. */
    public Ledger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> stored = all.next();
                EntryKey key = EntryKey.of(stored.key.get());
                Entry entry = Entry.restored(key, stored.value);
                entries.put(key, entry);
                touch(entry);
            }
        }
    }

    /**
     * Adds one record to its column.
     *
     * @param source provider, null where it could not be read
     * @param symbol symbol, null where it could not be read
     * @param timestamp Kafka's, milliseconds since the epoch, UTC
     */
    public void count(
            Origin origin, @Nullable String source, @Nullable String symbol, long timestamp, Disposition disposition) {
        long hour = Math.floorDiv(timestamp * Micros.PER_MILLI, HOUR) * HOUR;
        EntryKey key = new EntryKey(
                origin.topicId(),
                origin.partition(),
                source == null ? EntryKey.UNKNOWN : source,
                symbol == null ? EntryKey.UNKNOWN : symbol,
                hour);
        Entry entry = entries.computeIfAbsent(key, k -> new Entry(k, origin.offset()));
        entry.count(disposition, origin.offset());
        store.put(Bytes.wrap(key.bytes()), entry.state());
        touch(entry);
    }

    /** Whether a row is waiting. */
    public boolean isDue() {
        return !dirty.isEmpty();
    }

    /** Sends what changed: counts first, then the positions they cover. */
    public void flush(Effects effects) {
        for (Entry entry : dirty) {
            effects.emit(row(counts(entry), effects));
        }
        for (String position : moved) {
            Span span = positions.get(position);
            if (span != null) {
                effects.emit(row(position(position, span), effects));
            }
        }
        dirty.clear();
        moved.clear();
    }

    private void touch(Entry entry) {
        EntryKey key = entry.key();
        String position = key.topicId() + '/' + key.partition();
        Span span = new Span(key.topicId(), key.partition(), entry.firstOffset(), entry.nextOffset());
        positions.merge(position, span, (old, now) -> old.with(now.first(), now.next()));
        dirty.add(entry);
        moved.add(position);
    }

    private static Row row(LedgerEntry entry, Effects effects) {
        entry.setUpdatedAt(Micros.instant(effects.now()));
        return new Row(Topics.LEDGER, entry.getEntry(), entry);
    }

    private static LedgerEntry counts(Entry entry) {
        EntryKey key = entry.key();
        LedgerEntry row = new LedgerEntry();
        row.setEntry(key.text());
        row.setKind(COUNTS);
        row.setTopicId(key.topicId());
        row.setPartition(key.partition());
        row.setSource(key.source());
        row.setSymbol(key.symbol());
        row.setHour(Micros.instant(key.hour()));
        row.setAccepted(entry.count(Disposition.ACCEPTED));
        row.setRevised(entry.count(Disposition.REVISED));
        row.setDuplicate(entry.count(Disposition.DUPLICATE));
        row.setSuperseded(entry.count(Disposition.SUPERSEDED));
        row.setRejected(entry.count(Disposition.REJECTED));
        row.setBeyondDepth(entry.count(Disposition.BEYOND_DEPTH));
        row.setFirstOffset(entry.firstOffset());
        row.setNextOffset(entry.nextOffset());
        return row;
    }

    /** The columns of a position stay 0, so that sums over all entries count each record once. */
    private static LedgerEntry position(String name, Span span) {
        LedgerEntry row = new LedgerEntry();
        row.setEntry(name);
        row.setKind(POSITION);
        row.setTopicId(span.topicId());
        row.setPartition(span.partition());
        row.setFirstOffset(span.first());
        row.setNextOffset(span.next());
        return row;
    }
}
