package dev.marketlake.proofs.bench;

import java.util.Arrays;

/** A number for each event, in one array that grows; {@link #NONE} where none was set. For one thread at a time. */
final class EventLongs {
    static final long NONE = Long.MIN_VALUE;
    private static final int FIRST_SIZE = 1 << 12;

    private long[] values = filled(new long[FIRST_SIZE], 0);

    void set(long event, long value) {
        int index = Math.toIntExact(event);
        if (index >= values.length) {
            int known = values.length;
            values = filled(Arrays.copyOf(values, Math.max(index + 1, known * 2)), known);
        }
        values[index] = value;
    }

    long get(long event) {
        return event < 0 || event >= values.length ? NONE : values[(int) event];
    }

    boolean has(long event) {
        return get(event) != NONE;
    }

    private static long[] filled(long[] values, int from) {
        Arrays.fill(values, from, values.length, NONE);
        return values;
    }
}
