package dev.marketlake.stream.ledger;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Counts raw records by disposition. A count is logged with the record it counts; the rows go out as upserts with the next flushes, and those
 * of the open hours again after a restart. State, restart and flush are bounded by the entries of two hours. Used by one thread.
 */
public final class Ledger implements Accounting {
    /** Rows of one flush at most: a flush has to fit into a transaction. */
    static final int ROWS_PER_FLUSH = 2_000;

    private static final long HOUR = 3_600_000_000L;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<String, PartitionSpan> spans = new HashMap<>();
    private final Set<Entry> dirty = new LinkedHashSet<>();
    private final Set<PartitionSpan> moved = new LinkedHashSet<>();
    /** A task has one partition, so it is nearly always this one. */
    private @Nullable PartitionSpan latest;

    /** Takes up what the store holds. */
    public Ledger(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        restore();
    }

    private void restore() {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> stored = all.next();
                String name = new String(stored.key.get(), StandardCharsets.UTF_8);
                if (PartitionSpan.isName(name)) {
                    spans.put(name, PartitionSpan.restored(name, stored.value));
                }
            }
        }
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> stored = all.next();
                if (!PartitionSpan.isName(new String(stored.key.get(), StandardCharsets.UTF_8))) {
                    EntryKey key = EntryKey.of(stored.key.get());
                    Entry entry = Entry.restored(key, stored.value);
                    span(key.topicId(), key.partition()).restore(entry);
                    dirty.add(entry);
                }
            }
        }
        moved.addAll(spans.values());
    }

    @Override
    public boolean hasCounted(Origin origin) {
        PartitionSpan span = known(origin);
        return span != null && origin.offset() < span.next();
    }

    @Override
    public long skippedBefore(Origin origin) {
        PartitionSpan span = known(origin);
        return span == null || span.next() == 0 ? 0 : Math.max(0, origin.offset() - span.next());
    }

    @Override
    public void count(
            Origin origin, @Nullable String source, @Nullable String symbol, long timestamp, Disposition disposition) {
        PartitionSpan span = span(origin);
        EntryKey key = new EntryKey(
                origin.topicId(),
                origin.partition(),
                source == null ? EntryKey.UNKNOWN : source,
                symbol == null ? EntryKey.UNKNOWN : symbol,
                span.openHour(Math.floorDiv(timestamp * Micros.PER_MILLI, HOUR) * HOUR));
        Entry entry = span.entry(key, origin.offset());
        entry.count(disposition, origin.offset());
        span.covers(entry);
        store.put(entry.storeKey(), entry.state());
        dirty.add(entry);
        moved.add(span);
    }

    /** Sends what changed: counts first, then, once all of them are out, the positions they cover. */
    @Override
    public boolean flush(Effects effects) {
        Iterator<Entry> waiting = dirty.iterator();
        for (int rows = 0; waiting.hasNext() && rows < ROWS_PER_FLUSH; rows++) {
            effects.emit(LedgerRows.counts(waiting.next(), effects.now()));
            waiting.remove();
        }
        if (!dirty.isEmpty()) {
            return false;
        }
        for (PartitionSpan span : moved) {
            effects.emit(LedgerRows.position(span, effects.now()));
            forgetClosedHours(span);
        }
        moved.clear();
        return true;
    }

    /** Their rows are out, in this transaction or an earlier one. */
    private void forgetClosedHours(PartitionSpan span) {
        boolean any = false;
        for (Iterator<EntryKey> keys = span.open().keySet().iterator(); keys.hasNext(); ) {
            EntryKey key = keys.next();
            if (span.isClosed(key)) {
                store.delete(Bytes.wrap(key.bytes()));
                keys.remove();
                any = true;
            }
        }
        if (any) {
            store.put(Bytes.wrap(span.key()), span.state());
        }
    }

    private @Nullable PartitionSpan known(Origin origin) {
        PartitionSpan span = latest;
        if (span == null || !span.holds(origin)) {
            span = spans.get(PartitionSpan.name(origin.topicId(), origin.partition()));
            latest = span;
        }
        return span;
    }

    private PartitionSpan span(Origin origin) {
        PartitionSpan span = known(origin);
        return span == null ? span(origin.topicId(), origin.partition()) : span;
    }

    private PartitionSpan span(String topicId, int partition) {
        return spans.computeIfAbsent(
                PartitionSpan.name(topicId, partition), name -> new PartitionSpan(topicId, partition));
    }
}
