package dev.marketlake.stream.judge;

/**
 * Where one rule stands for one symbol within a trade date.
 *
 * <pre>
 *            threshold reached, cooldown over
 *   ARMED ------------------------------------&gt; RAISED
 *     ^                                            |
 *     +--------------------------------------------+
 *        fallen below threshold x (1 - hysteresis)
 * </pre>
 *
 * @param armed whether the rule may raise
 * @param raisedAt open time of the bar it was last raised on, microseconds since the epoch; {@link #NOT_YET} before
 */
public record Watch(boolean armed, long raisedAt) {
    static final long NOT_YET = Long.MIN_VALUE;

    /** At the start of a trade date. */
    public static final Watch START = new Watch(true, NOT_YET);

    Watch raised(long openTime) {
        return new Watch(false, openTime);
    }

    Watch rearmed() {
        return new Watch(true, raisedAt);
    }
}
