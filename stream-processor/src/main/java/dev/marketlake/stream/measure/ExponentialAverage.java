package dev.marketlake.stream.measure;

/**
 * Exponential moving average over {@code n} bars, in price units: {@code ema = close x alpha + previous ema x (1 - alpha)} with
 * {@code alpha = 2 / (n + 1)}, seeded with the close of the first bar of its run. Ready once the run has n bars.
 */
final class ExponentialAverage {
    private ExponentialAverage() {}

    static double next(double previous, double close, int n) {
        double alpha = 2.0 / (n + 1);
        return close * alpha + previous * (1 - alpha);
    }
}
