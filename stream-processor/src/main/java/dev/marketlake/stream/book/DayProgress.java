package dev.marketlake.stream.book;

import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.Watch;
import dev.marketlake.stream.measure.AnchoredRun;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How far one trade date of a series has been measured and judged. Used by one thread. */
final class DayProgress {
    private final LocalDate date;
    private final AnchoredRun anchored;
    private final Map<AlertRule, Watch> watches = new HashMap<>();

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

    Watch watch(AlertRule rule) {
        return watches.getOrDefault(rule, Watch.START);
    }

    void watch(AlertRule rule, Watch now) {
        watches.put(rule, now);
    }
}
