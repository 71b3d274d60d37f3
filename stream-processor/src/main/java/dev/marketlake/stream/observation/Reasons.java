package dev.marketlake.stream.observation;

import java.util.ArrayList;
import java.util.List;

/**
 * An immutable set of reasons, one bit each by {@link Reason#number()}.
 *
 * @param bits bit n set where the reason of number n is in the set
 */
public record Reasons(long bits) {
    public static final Reasons NONE = new Reasons(0);
    private static final long INVALID = maskOf(Severity.INVALID);

    public static Reasons of(Reason... reasons) {
        Reasons all = NONE;
        for (Reason reason : reasons) {
            all = all.with(reason);
        }
        return all;
    }

    public Reasons with(Reason reason) {
        return new Reasons(bits | 1L << reason.number());
    }

    public Reasons with(Reasons others) {
        return others.bits == 0 ? this : new Reasons(bits | others.bits);
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** Whether none of them makes a bar unusable. */
    public boolean valid() {
        return (bits & INVALID) == 0;
    }

    /** Their names, sorted, as topics and tables carry them. */
    public List<String> names() {
        if (bits == 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (long left = bits; left != 0; left &= left - 1) {
            names.add(Reason.of(Long.numberOfTrailingZeros(left)).name());
        }
        names.sort(null);
        return names;
    }

    private static long maskOf(Severity severity) {
        long mask = 0;
        for (Reason reason : Reason.values()) {
            if (reason.severity() == severity) {
                mask |= 1L << reason.number();
            }
        }
        return mask;
    }
}
