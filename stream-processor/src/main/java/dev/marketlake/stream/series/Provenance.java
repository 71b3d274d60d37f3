package dev.marketlake.stream.series;

/** Where the bars of a series come from. */
public enum Provenance {
    /** Sources send them, and of less than a day what finer bars or trades fold to is among them; where several speak, one stands. */
    SENT,
    /** Days, folded here from minutes. */
    FOLDED
}
