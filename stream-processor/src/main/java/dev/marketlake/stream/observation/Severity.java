package dev.marketlake.stream.observation;

/** What follows from a {@link Reason}. */
public enum Severity {
    /** The raw record goes to market.rejected and touches no series. */
    REJECT,
    /** The bar is kept with valid=false and stays out of readings, roll-ups and Gold. */
    INVALID,
    /** The bar is noted and used. */
    ADVISORY
}
