package dev.marketlake.stream.series;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The inside of an ordinary logged key-value store that keeps nothing: Streams logs each put, and hands the log back to {@code restore}
 * at start. The bars themselves live in {@link BarSeriesStore}.
 */
final class LoggedPuts implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final StateRestoreCallback restore;
    private boolean open;

    private LoggedPuts(String name, StateRestoreCallback restore) {
        this.name = name;
        this.restore = restore;
    }

    /** A store whose puts go to the changelog of {@code name} and nowhere else. */
    static KeyValueStore<Bytes, byte[]> store(
            String name, Map<String, String> changelogConfig, StateRestoreCallback restore) {
        KeyValueBytesStoreSupplier supplier = new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new LoggedPuts(name, restore);
            }

            @Override
            public String metricsScope() {
                return "logged-puts";
            }
        };
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(changelogConfig)
                .withCachingDisabled()
                .build();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, restore);
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        // The logging layer around this has sent it already.
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw unsupported();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw unsupported();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw unsupported();
    }

    @Override
    public byte[] get(Bytes key) {
        throw unsupported();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw unsupported();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw unsupported();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("this store only logs");
    }
}
