package dev.marketlake.simulator.market;

/** How a synthetic symbol trades. */
public enum Liquidity {
    /** A print in every minute. */
    LIQUID,
    /** Most minutes have no trade and are absent; the last one of a day always has. */
    THIN,
    /** A computed number: every minute has a value, volume is always 0, no auctions. */
    INDEX
}
