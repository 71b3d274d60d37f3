package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Moving average convergence divergence, in price units: the line is EMA(12) - EMA(26) at each bar of a run, the signal the EMA(9) of the
 * line, seeded with its first value, the histogram line - signal. Ready once the run has 35 bars: 26 for the line, 9 more for the signal.
 * Source: G. Appel, Technical Analysis: Power Tools for Active Investors (2005).
 */
final class Macd {
    /** Bars the run needs. */
    static final int BARS = 35;

    private static final int SIGNAL = 9;

    private int bars;
    private double line;
    private double signal;

    /** Goes on by one bar whose averages are these. */
    void next(double fast, double slow) {
        line = fast - slow;
        signal = bars == 0 ? line : ExponentialAverage.next(signal, line, SIGNAL);
        bars++;
    }

    @Nullable
    Double line() {
        return bars < BARS ? null : line;
    }

    @Nullable
    Double signal() {
        return bars < BARS ? null : signal;
    }

    @Nullable
    Double histogram() {
        return bars < BARS ? null : line - signal;
    }
}
