package dev.marketlake.stream.book;

import dev.marketlake.stream.judge.Watch;
import dev.marketlake.stream.measure.AnchoredRun;
import java.time.LocalDate;
import java.util.Arrays;

/** How far one trade date of a series has been measured and judged. Used by one thread. */
final class DayProgress {
    private final LocalDate date;
    private final AnchoredRun anchored;
    private Watch[] watches = {};

    DayProgress(LocalDate date, AnchoredRun anchored) {
        this.date = date;
        this.anchored = anchored;
    }

    boolean isOf(LocalDate other) {
        return date.equals(other);
    }

    AnchoredRun anchored() {
        return anchored;
    }

    /** Where each rule stands, in the order of the rules; all at the start on the first call. */
    Watch[] watches(int rules) {
        if (watches.length == 0) {
            watches = new Watch[rules];
            Arrays.fill(watches, Watch.START);
        }
        return watches;
    }
}
