package dev.marketlake.stream.measure;

import java.time.Duration;

/** The bars with open time in (t - length, t], where t is the open time of the bar looked at. */
final class TimeWindow {
    private TimeWindow() {}

    /** Index of its oldest bar, never before {@code anchor}. */
    static int start(Run run, int index, int anchor, Duration length) {
        long before = run.openTime(index) - length.toNanos() / 1_000;
        int start = index;
        while (start > anchor && run.openTime(start - 1) > before) {
            start--;
        }
        return start;
    }
}
