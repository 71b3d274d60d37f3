package dev.marketlake.stream.judge;

/** What a rule says about one bar. {@code watch} is where it stands afterwards. */
public sealed interface Verdict {
    Watch watch();

    /** Nothing to raise. */
    record Quiet(Watch watch) implements Verdict {}

    /** An alert. */
    record Raise(Watch watch, Finding finding) implements Verdict {}
}
