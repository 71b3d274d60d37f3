package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Values that run from an anchor bar to the bar last reached: the exponential averages and the latest observation. Going on by one bar
 * is one step, and reaches bit for bit what starting over would.
 */
public final class AnchoredRun {
    private static final int FAST = 12;
    private static final int SLOW = 26;

    private final Run run;
    private final int anchor;
    private int reached;
    private double fast;
    private double slow;
    private long observedAt;

    /** @param anchor index of the first bar that readings may look at */
    public AnchoredRun(Run run, int anchor) {
        this.run = run;
        this.anchor = anchor;
        this.reached = anchor;
        this.fast = run.close(anchor);
        this.slow = fast;
        this.observedAt = run.observedAt(anchor);
    }

    /** Goes on to the bar at {@code index}, not before the one reached. */
    public void advance(int index) {
        while (reached < index) {
            reached++;
            fast = ExponentialAverage.next(fast, run.close(reached), FAST);
            slow = ExponentialAverage.next(slow, run.close(reached), SLOW);
            observedAt = Math.max(observedAt, run.observedAt(reached));
        }
    }

    Run run() {
        return run;
    }

    int anchor() {
        return anchor;
    }

    int reached() {
        return reached;
    }

    /** Bars from the anchor to the one reached, both counted. */
    int bars() {
        return reached - anchor + 1;
    }

    @Nullable
    Double ema12() {
        return bars() < FAST ? null : fast;
    }

    @Nullable
    Double ema26() {
        return bars() < SLOW ? null : slow;
    }

    /** Latest observation of a bar from the anchor to the one reached. */
    long observedAt() {
        return observedAt;
    }
}
