package dev.marketlake.stream.series;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.admit.Depth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A bar store whose changelog is a map, with transactions: what is not committed is gone after a crash. */
public final class LoggedBars {
    private final Watchlist watchlist;
    private Function<Interval, Depth> depths;
    private Map<Bytes, byte[]> committed = new LinkedHashMap<>();
    private KeyValueStore<Bytes, byte[]> log;
    private BarSeriesStore store;

    public LoggedBars(Watchlist watchlist, Function<Interval, Depth> depths) {
        this.watchlist = watchlist;
        this.depths = depths;
        this.log = Stores.inMemoryKeyValueStore("changelog").get();
        this.store = new BarSeriesStore("bars", watchlist, depths, restore -> log);
    }

    public BarSeriesStore store() {
        return store;
    }

    /** Number of slots the changelog holds after compaction. */
    public int slots() {
        return committed.size();
    }

    public void commit() {
        try (KeyValueIterator<Bytes, byte[]> puts = log.all()) {
            while (puts.hasNext()) {
                KeyValue<Bytes, byte[]> put = puts.next();
                if (!Arrays.equals(put.value, committed.get(put.key))) {
                    committed.remove(put.key);
                    committed.put(put.key, put.value);
                }
            }
        }
    }

    /** As {@link #crash()}, and starts again under other settings. */
    public BarSeriesStore crash(Function<Interval, Depth> otherDepths) {
        depths = otherDepths;
        return crash();
    }

    /** Throws everything in memory away and restores what was committed. */
    public BarSeriesStore crash() {
        log = Stores.inMemoryKeyValueStore("changelog").get();
        store = new BarSeriesStore("bars", watchlist, depths, restore -> {
            for (Entry<Bytes, byte[]> entry : committed.entrySet()) {
                log.put(entry.getKey(), entry.getValue());
            }
            return log;
        });
        committed.forEach((key, value) -> store.restore(key.get(), value));
        return store;
    }
}
