package dev.marketlake.stream.judge;

import dev.marketlake.config.Fields;
import dev.marketlake.config.InvalidConfig;

/**
 * What a number of a rule may be.
 *
 * @param words how a message puts it, for example {@code above 0}
 */
public record Range(double least, boolean leastIncluded, double below, String words) implements Fields.Allowed {
    /** Any number above 0. */
    public static final Range ABOVE_ZERO = new Range(0, false, Double.POSITIVE_INFINITY, "above 0");

    static Range fromToBelow(int least, int below) {
        return new Range(least, true, below, "from " + least + " to below " + below);
    }

    @Override
    public boolean holds(double value) {
        return (leastIncluded ? value >= least : value > least) && value < below;
    }

    void require(String field, double value) {
        if (!holds(value)) {
            throw new InvalidConfig(field + " " + value + " is not " + words);
        }
    }
}
