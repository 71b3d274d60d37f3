package dev.marketlake.market;

/** What a price has been adjusted for. Bars of different bases never compete. */
public enum PriceBasis {
    /** As traded on the day. */
    RAW,
    /** Divided by the splits since. */
    SPLIT,
    /** Adjusted for splits and dividends since. */
    TOTAL
}
