package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Sample standard deviation of log returns, dimensionless: with r = ln(close / previous close) over neighbours that both lie in the
 * window, whatever the gap between them, {@code sqrt(sum((r - mean)^2) / (n - 1))}. At least 3 bars, which make 2 returns.
 */
final class Volatility {
    private static final int FEWEST_BARS = 3;

    private Volatility() {}

    static @Nullable Double ofWindow(Run run, int from, int to) {
        if (to - from + 1 < FEWEST_BARS) {
            return null;
        }
        int returns = to - from;
        double mean = (run.logClose(to) - run.logClose(from)) / returns;
        double squares = 0;
        for (int i = from + 1; i <= to; i++) {
            double away = run.logClose(i) - run.logClose(i - 1) - mean;
            squares += away * away;
        }
        return Math.sqrt(squares / (returns - 1));
    }
}
