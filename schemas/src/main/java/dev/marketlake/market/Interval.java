package dev.marketlake.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Length of a bar. The label is what topics and tables carry. */
public enum Interval {
    M1("1m", Duration.ofMinutes(1)),
    M5("5m", Duration.ofMinutes(5)),
    M15("15m", Duration.ofMinutes(15)),
    M30("30m", Duration.ofMinutes(30)),
    H1("1h", Duration.ofHours(1)),
    /** One trade date; its clock length varies with the calendar, {@link #length()} is nominal. */
    D1("1d", Duration.ofDays(1));

    private final String label;
    private final Duration length;

    Interval(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    /** The spelling in topics and tables, for example {@code 15m}. */
    public String label() {
        return label;
    }

    /** Nominal length. */
    public Duration length() {
        return length;
    }

    public boolean isIntraday() {
        return this != D1;
    }

    /** The interval of a label. @throws IllegalArgumentException naming the labels there are */
    public static Interval of(String label) {
        for (Interval interval : values()) {
            if (interval.label.equals(label)) {
                return interval;
            }
        }
        throw new IllegalArgumentException("interval '" + label + "' is not one of "
                + Arrays.stream(values()).map(Interval::label).collect(Collectors.joining(" ")));
    }

    @Override
    public String toString() {
        return label;
    }
}
