package dev.marketlake.stream.observation;

/**
 * The figures of a bar, normalised: two observations of a bar say the same where these are equal.
 *
 * @param open first price, in units of 1e-8
 * @param high highest price, in units of 1e-8
 * @param low lowest price, in units of 1e-8
 * @param close last price, in units of 1e-8
 * @param volume shares traded, or {@link #NO_VOLUME} where the source has none
 */
public record BarContent(long open, long high, long low, long close, long volume) implements Comparable<BarContent> {
    /** Stands for "the source has none". */
    public static final long NO_VOLUME = -1;

    public BarContent {
        if (high < low || low <= 0 || open <= 0 || close <= 0 || volume < NO_VOLUME) {
            throw new IllegalArgumentException("not a bar: open " + open + " high " + high + " low " + low + " close "
                    + close + " volume " + volume);
        }
    }

    public boolean hasVolume() {
        return volume != NO_VOLUME;
    }

    /** Any fixed order will do: it decides between two contents that claim the very same place. */
    @Override
    public int compareTo(BarContent other) {
        int order = Long.compare(close, other.close);
        order = order != 0 ? order : Long.compare(open, other.open);
        order = order != 0 ? order : Long.compare(high, other.high);
        order = order != 0 ? order : Long.compare(low, other.low);
        return order != 0 ? order : Long.compare(volume, other.volume);
    }
}
