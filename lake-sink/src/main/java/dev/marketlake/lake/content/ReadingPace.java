package dev.marketlake.lake.content;

import java.time.Duration;

/**
 * How often those that read tables over and over do so: as often as told, but taking at most a fifth of the time, for who catches up on a
 * backlog writes files faster than they can be read. Where the store was slow, or the clock was set, the next round is not far all the same.
 *
 * @param every as told
 */
public record ReadingPace(Duration every) {
    private static final int SHARE = 5;
    /** So many times {@code every} is the longest. */
    private static final int MOST = 10;

    /** From the beginning of a round to that of the next. */
    public Duration untilNext(Duration took) {
        return bounded(took.multipliedBy(SHARE));
    }

    /** From the end of a round to the beginning of the next. */
    public Duration rest(Duration took) {
        return bounded(took.multipliedBy(SHARE - 1L));
    }

    private Duration bounded(Duration wanted) {
        Duration most = every.multipliedBy(MOST);
        if (wanted.compareTo(most) > 0) {
            return most;
        }
        return wanted.compareTo(every) > 0 ? wanted : every;
    }
}
