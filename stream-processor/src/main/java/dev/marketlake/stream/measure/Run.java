package dev.marketlake.stream.measure;

import dev.marketlake.stream.observation.BarContent;
import java.util.Arrays;

/**
 * The usable bars of one series in order of open time, in arrays: what readings are computed from. Used by one thread.
 *
 * <pre>
 *   index      0        1        2   ...  size-1
 *   openTime   t0   &lt;   t1   &lt;   t2  ...          microseconds since the epoch
 *   close      double, price units                   logClose = ln(close)
 *   typical    (high + low + close) / 3, price units
 *   volume     shares, or BarContent.NO_VOLUME
 *   observedAt microseconds since the epoch
 * </pre>
 */
public final class Run {
    private static final int START = 64;

    private int size;
    private long[] openTime = new long[START];
    private long[] observedAt = new long[START];
    private long[] volume = new long[START];
    private double[] close = new double[START];
    private double[] logClose = new double[START];
    private double[] typical = new double[START];

    public int size() {
        return size;
    }

    public long openTime(int index) {
        return openTime[index];
    }

    public long observedAt(int index) {
        return observedAt[index];
    }

    public double close(int index) {
        return close[index];
    }

    public double logClose(int index) {
        return logClose[index];
    }

    public double typical(int index) {
        return typical[index];
    }

    public long volume(int index) {
        return volume[index];
    }

    public boolean hasVolume(int index) {
        return volume[index] != BarContent.NO_VOLUME;
    }

    /** Adds a bar after the last. @throws IllegalArgumentException where it is not later than that */
    public void append(long atTime, long seenAt, double atClose, double atTypical, long withVolume) {
        if (size > 0 && atTime <= openTime[size - 1]) {
            throw new IllegalArgumentException("bar at " + atTime + " is not later than " + openTime[size - 1]);
        }
        if (size == openTime.length) {
            grow();
        }
        openTime[size] = atTime;
        observedAt[size] = seenAt;
        close[size] = atClose;
        logClose[size] = Math.log(atClose);
        typical[size] = atTypical;
        volume[size] = withVolume;
        size++;
    }

    /** Index of the first bar at or after a time; the size where there is none. */
    public int firstAtOrAfter(long time) {
        int index = Arrays.binarySearch(openTime, 0, size, time);
        return index >= 0 ? index : -index - 1;
    }

    /** Forgets the bars at or after a time. */
    public void cutAt(long time) {
        size = firstAtOrAfter(time);
    }

    /** Forgets the bars before a time. */
    public void forgetBefore(long time) {
        int first = firstAtOrAfter(time);
        size -= first;
        System.arraycopy(openTime, first, openTime, 0, size);
        System.arraycopy(observedAt, first, observedAt, 0, size);
        System.arraycopy(volume, first, volume, 0, size);
        System.arraycopy(close, first, close, 0, size);
        System.arraycopy(logClose, first, logClose, 0, size);
        System.arraycopy(typical, first, typical, 0, size);
    }

    /** Forgets all bars. */
    public void clear() {
        size = 0;
    }

    private void grow() {
        int capacity = size * 2;
        openTime = Arrays.copyOf(openTime, capacity);
        observedAt = Arrays.copyOf(observedAt, capacity);
        volume = Arrays.copyOf(volume, capacity);
        close = Arrays.copyOf(close, capacity);
        logClose = Arrays.copyOf(logClose, capacity);
        typical = Arrays.copyOf(typical, capacity);
    }
}
