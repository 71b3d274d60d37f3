package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * A bar's volume against the 20 bars before it, itself not among them.
 *
 * @param ratio volume / mean, dimensionless; null with fewer bars, an unknown volume, or a mean of 0
 * @param zscore (volume - mean) / sample standard deviation, dimensionless; also null where the deviation is 0
 */
record VolumeAgainstMean(@Nullable Double ratio, @Nullable Double zscore) {
    /** Bars compared with. */
    static final int BARS = 20;

    private static final VolumeAgainstMean NOT_READY = new VolumeAgainstMean(null, null);

    static VolumeAgainstMean at(Run run, int index, int anchor) {
        if (index - anchor < BARS || !run.hasVolume(index)) {
            return NOT_READY;
        }
        double sum = 0;
        for (int i = index - BARS; i < index; i++) {
            if (!run.hasVolume(i)) {
                return NOT_READY;
            }
            sum += run.volume(i);
        }
        double mean = sum / BARS;
        double squares = 0;
        for (int i = index - BARS; i < index; i++) {
            double away = run.volume(i) - mean;
            squares += away * away;
        }
        double deviation = Math.sqrt(squares / (BARS - 1));
        double volume = run.volume(index);
        return new VolumeAgainstMean(
                mean == 0 ? null : volume / mean, mean == 0 || deviation == 0 ? null : (volume - mean) / deviation);
    }
}
