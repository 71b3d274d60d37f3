package dev.marketlake.stream.screen;

import java.util.Arrays;

/**
 * Judges a close by the median close of the {@value #BARS} bars before it. With fewer it does not judge.
 *
 * @param maxDeviation share of the median that a close may lie away from it, for example 0.2
 */
public record MedianScreen(double maxDeviation) {
    /** Bars looked at. */
    public static final int BARS = 20;

    /**
     * Whether the close is too far away.
     *
     * @param close in units of 1e-8
     * @param before closes of up to {@value #BARS} bars before, in units of 1e-8, in any order; not changed
     */
    public boolean isFar(long close, long[] before) {
        if (before.length < BARS) {
            return false;
        }
        if (isNearAll(close, before)) {
            return false;
        }
        long[] sorted = before.clone();
        Arrays.sort(sorted);
        double median = (sorted[BARS / 2 - 1] + sorted[BARS / 2]) / 2.0;
        return Math.abs(close - median) > maxDeviation * median;
    }

    /** Whether it is near the least and the greatest of them, and so near any median they could have: the usual case, without sorting. */
    private boolean isNearAll(long close, long[] before) {
        long least = Long.MAX_VALUE;
        long greatest = 0;
        for (long each : before) {
            least = Math.min(least, each);
            greatest = Math.max(greatest, each);
        }
        return close - least <= maxDeviation * least && greatest - close <= maxDeviation * greatest;
    }
}
