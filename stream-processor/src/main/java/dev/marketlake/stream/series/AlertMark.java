package dev.marketlake.stream.series;

/**
 * The alert of one rule on one bar, as it was last sent: what a retraction repeats, whether the rule is still there or not.
 *
 * @param rule name of the rule
 * @param kind name of its kind
 * @param severity name of its severity
 * @param hash of the content sent last; {@link Emission#WITHDRAWN} where it was retracted
 * @param observed the reading it was raised on
 * @param threshold what that reached
 */
public record AlertMark(String rule, String kind, String severity, long hash, double observed, double threshold) {
    /** Whether consumers hold a raised alert. */
    public boolean stands() {
        return hash != Emission.WITHDRAWN;
    }

    public AlertMark retracted() {
        return new AlertMark(rule, kind, severity, Emission.WITHDRAWN, observed, threshold);
    }
}
