package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Values that run from an anchor bar to the bar last reached: exponential averages, MACD, RSI, the session's VWAP and the latest
 * observation. Going on by one bar is one step, and reaches bit for bit what starting over would.
 *
 * <pre>
 *   anchor ............ session ......... reached
 *   averages, RSI from here |
 *                           VWAP from here
 * </pre>
 */
public final class AnchoredRun {
    private static final int FAST = 12;
    private static final int SLOW = 26;

    private final Run run;
    private final int anchor;
    private final int session;
    private final Macd macd = new Macd();
    private final RelativeStrength strength = new RelativeStrength();
    private final SessionVwap vwap = new SessionVwap();
    private int reached;
    private double fast;
    private double slow;
    private long observedAt;

    /**
     * @param anchor index of the first bar that readings may look at
     * @param session index of the first bar of the session that is measured, not before the anchor
     * @param splitsKnownAt when the splits that the run's prices are adjusted for became known, microseconds since the epoch, UTC;
     *     Long.MIN_VALUE where there are none
     */
    public AnchoredRun(Run run, int anchor, int session, long splitsKnownAt) {
        this.run = run;
        this.anchor = anchor;
        this.session = session;
        this.reached = anchor;
        this.fast = run.close(anchor);
        this.slow = fast;
        this.observedAt = Math.max(run.observedAt(anchor), splitsKnownAt);
        macd.next(fast, slow);
        addToSession();
    }

    /** Goes on to the bar at {@code index}, not before the one reached. */
    public void advance(int index) {
        while (reached < index) {
            reached++;
            double close = run.close(reached);
            fast = ExponentialAverage.next(fast, close, FAST);
            slow = ExponentialAverage.next(slow, close, SLOW);
            macd.next(fast, slow);
            strength.next(close - run.close(reached - 1));
            observedAt = Math.max(observedAt, run.observedAt(reached));
            addToSession();
        }
    }

    private void addToSession() {
        if (reached >= session) {
            vwap.add(run, reached);
        }
    }

    Run run() {
        return run;
    }

    int anchor() {
        return anchor;
    }

    /** Index of the session's first bar. */
    int session() {
        return session;
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

    Macd macd() {
        return macd;
    }

    @Nullable
    Double rsi14() {
        return strength.value();
    }

    @Nullable
    Double vwap() {
        return vwap.value();
    }

    /** Latest observation of a bar from the anchor to the one reached. */
    long observedAt() {
        return observedAt;
    }
}
