package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Bollinger bands over 20 bars, in price units: the mean of the last 20 closes, and that plus and minus 2 population standard deviations
 * of them. Source: J. Bollinger, Bollinger on Bollinger Bands (2001).
 */
record BollingerBands(
        @Nullable Double middle,
        @Nullable Double upper,
        @Nullable Double lower) {
    private static final int BARS = 20;
    private static final int DEVIATIONS = 2;
    private static final BollingerBands NOT_READY = new BollingerBands(null, null, null);

    /** @param anchor index of the first bar that may be looked at */
    static BollingerBands at(Run run, int index, int anchor) {
        Double mean = MovingAverage.ofLast(run, index, anchor, BARS);
        if (mean == null) {
            return NOT_READY;
        }
        double squares = 0;
        for (int i = index - BARS + 1; i <= index; i++) {
            double away = run.close(i) - mean;
            squares += away * away;
        }
        double band = DEVIATIONS * Math.sqrt(squares / BARS);
        return new BollingerBands(mean, mean + band, mean - band);
    }
}
