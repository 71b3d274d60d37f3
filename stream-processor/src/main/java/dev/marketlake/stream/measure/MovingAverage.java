package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/** Arithmetic mean of closes, in price units. */
final class MovingAverage {
    private static final int FEWEST_IN_WINDOW = 2;

    private MovingAverage() {}

    /** Mean close of a time window: {@code sum(close) / n}; at least 2 bars. */
    static @Nullable Double ofWindow(Run run, int from, int to) {
        return to - from + 1 < FEWEST_IN_WINDOW ? null : mean(run, from, to);
    }

    /** Mean of the last {@code n} closes, the one at {@code to} included, none before {@code anchor}: SMA(n). */
    static @Nullable Double ofLast(Run run, int to, int anchor, int n) {
        return to - anchor + 1 < n ? null : mean(run, to - n + 1, to);
    }

    private static double mean(Run run, int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += run.close(i);
        }
        return sum / (to - from + 1);
    }
}
