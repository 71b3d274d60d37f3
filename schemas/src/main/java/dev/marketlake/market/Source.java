package dev.marketlake.market;

/** Who an observation comes from. The name is what topics and tables carry. */
public enum Source {
    ALPHA_VANTAGE,
    FINNHUB,
    YAHOO,
    POLYGON,
    SIMULATOR,
    /** Folded by us from finer bars or trades; always the last choice. */
    DERIVED
}
