package dev.marketlake.stream.series;

/**
 * The alert of one rule on one bar, as it was last sent.
 *
 * @param rule name of the rule
 * @param hash of the content sent last; {@link Emission#WITHDRAWN} where it was retracted
 * @param observed the reading it was raised on, which a retraction repeats
 */
public record AlertMark(String rule, long hash, double observed) {
    /** Whether consumers hold a raised alert. */
    public boolean stands() {
        return hash != Emission.WITHDRAWN;
    }
}
