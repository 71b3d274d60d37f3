package dev.marketlake.stream.judge;

import java.time.Duration;

/**
 * Where one rule stands for one symbol within a trade date.
 *
 * <pre>
 *            threshold reached, cooldown over
 *   ARMED ------------------------------------&gt; RAISED        each side for itself, one cooldown for both
 *     ^                                            |
 *     +--------------------------------------------+
 *        back behind the threshold by the hysteresis
 * </pre>
 *
 * @param up whether the rule may raise upwards
 * @param down whether it may raise downwards
 * @param raisedAt open time of the bar it was last raised on, microseconds since the epoch; {@link #NOT_YET} before
 */
public record Watch(boolean up, boolean down, long raisedAt) {
    static final long NOT_YET = Long.MIN_VALUE;

    /** At the start of a trade date. */
    public static final Watch START = new Watch(true, true, NOT_YET);

    Watch raised(Side side, long openTime) {
        return new Watch(up && side != Side.UP, down && side != Side.DOWN, openTime);
    }

    Watch armed(boolean alsoUp, boolean alsoDown) {
        return with(up || alsoUp, down || alsoDown);
    }

    Watch disarmed(boolean alsoUp, boolean alsoDown) {
        return with(up && !alsoUp, down && !alsoDown);
    }

    boolean isCoolingDown(long openTime, Duration cooldown) {
        return raisedAt != NOT_YET && openTime - raisedAt < cooldown.toNanos() / 1_000;
    }

    private Watch with(boolean nowUp, boolean nowDown) {
        return nowUp == up && nowDown == down ? this : new Watch(nowUp, nowDown, raisedAt);
    }
}
