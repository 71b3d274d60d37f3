package dev.marketlake.simulator.market;

import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes one synthetic market: equal settings give equal minutes.
 *
 * @param seed any number; another seed is another market
 * @param symbols the listed symbols and how each trades; at least one
 * @param stamp what served stamps mean; changes no price
 * @param spikeEvery mean distance of a symbol's volume spikes in minutes, 0 for none
 */
public record SyntheticSettings(
        long seed, SortedMap<Symbol, Liquidity> symbols, StampConvention stamp, int spikeEvery) {
    public static final int DEFAULT_SPIKE_EVERY = 90;

    public SyntheticSettings {
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a synthetic market needs at least one symbol");
        }
        if (spikeEvery < 0) {
            throw new IllegalArgumentException("spikeEvery must not be negative: " + spikeEvery);
        }
        symbols = Collections.unmodifiableSortedMap(new TreeMap<>(symbols));
    }

    /** A market of these symbols with open stamps and the usual spikes. */
    public static SyntheticSettings of(long seed, Map<Symbol, Liquidity> symbols) {
        return new SyntheticSettings(seed, new TreeMap<>(symbols), StampConvention.OPEN, DEFAULT_SPIKE_EVERY);
    }
}
