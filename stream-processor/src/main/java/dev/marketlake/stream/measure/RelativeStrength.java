package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Relative strength index over 14 changes, 0 to 100: {@code 100 - 100 / (1 + average gain / average loss)}. Both averages start as the
 * mean of the run's first 14 changes and go on by Wilder's smoothing, {@code (13 x average + change) / 14}. Without any loss it is 100,
 * without any change 50. Ready once the run has 15 bars. Source: J. W. Wilder, New Concepts in Technical Trading Systems (1978).
 */
final class RelativeStrength {
    private static final int CHANGES = 14;
    private static final double FULL = 100;
    private static final double UNDECIDED = 50;

    private int changes;
    private double gain;
    private double loss;

    /** Goes on by one change of the close, in price units. */
    void next(double change) {
        double up = Math.max(change, 0);
        double down = Math.max(-change, 0);
        changes++;
        if (changes <= CHANGES) {
            gain += up / CHANGES;
            loss += down / CHANGES;
        } else {
            gain = (gain * (CHANGES - 1) + up) / CHANGES;
            loss = (loss * (CHANGES - 1) + down) / CHANGES;
        }
    }

    @Nullable
    Double value() {
        if (changes < CHANGES) {
            return null;
        }
        if (loss == 0) {
            return gain == 0 ? UNDECIDED : FULL;
        }
        return FULL - FULL / (1 + gain / loss);
    }
}
