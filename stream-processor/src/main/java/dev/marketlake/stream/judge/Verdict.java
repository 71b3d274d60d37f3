package dev.marketlake.stream.judge;

/** What a rule says about one bar. {@code watch} is where it stands afterwards. */
public sealed interface Verdict {
    Watch watch();

    /** Nothing to raise. */
    record Quiet(Watch watch) implements Verdict {}

    /**
     * An alert.
     *
     * @param observed the reading that crossed
     * @param threshold what it crossed, in the same unit
     */
    record Raise(Watch watch, double observed, double threshold) implements Verdict {}
}
