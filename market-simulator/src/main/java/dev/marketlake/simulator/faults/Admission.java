package dev.marketlake.simulator.faults;

/** Whether a request is within its provider's limit. */
public sealed interface Admission {
    /** It is, and now counts against the limit. */
    record Within() implements Admission {}

    /** It is one too many for this span; it does not count against the limit. */
    record Over(Span span) implements Admission {}

    /** What a limit is for. */
    enum Span {
        SECOND,
        MINUTE,
        DAY
    }
}
