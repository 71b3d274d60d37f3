package dev.marketlake.stream.series;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.admit.Depth;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds one {@link BarSeriesStore} per task; always logged, never cached. */
public record BarSeriesStoreBuilder(
        String name, Map<String, String> logConfig, Watchlist watchlist, Function<Interval, Depth> depths)
        implements StoreBuilder<BarSeriesStore> {
    @Override
    public BarSeriesStore build() {
        return new BarSeriesStore(name, watchlist, depths, restore -> LoggedPuts.store(name, logConfig, restore));
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public StoreBuilder<BarSeriesStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<BarSeriesStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<BarSeriesStore> withLoggingEnabled(Map<String, String> config) {
        return new BarSeriesStoreBuilder(name, config, watchlist, depths);
    }

    @Override
    public StoreBuilder<BarSeriesStore> withLoggingDisabled() {
        throw new UnsupportedOperationException("bars must survive a crash: logging cannot be disabled");
    }
}
