package dev.marketlake.stream.series;

/** Where the bars of a series come from. */
public enum Provenance {
    /** Sources send them; where several do, one of them stands. */
    SENT,
    /** Folded here from finer ones. */
    FOLDED
}
