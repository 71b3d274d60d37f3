package dev.marketlake.lake.quality;

/** What happens where a check does not pass. */
public enum Severity {
    /** It is told. */
    WARN,
    /** Rows that do not pass are kept out of the table, and told whole. */
    QUARANTINE,
    /** Gold that rests on the table is not published until it passes. */
    BLOCK
}
