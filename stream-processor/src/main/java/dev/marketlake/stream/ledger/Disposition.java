package dev.marketlake.stream.ledger;

/** What became of one raw record on arrival: exactly one of these. The order is that of the counters in the state. */
public enum Disposition {
    /** A new identity. */
    ACCEPTED,
    /** It changed what stands of a known identity. */
    REVISED,
    /** It said what stands already. */
    DUPLICATE,
    /** It said something else, but older than what stands. */
    SUPERSEDED,
    /** It cannot be used and is in market.rejected. */
    REJECTED,
    /** It is older than live works back; a history job takes it from Bronze. */
    BEYOND_DEPTH
}
