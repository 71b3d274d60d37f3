package dev.marketlake.stream.book;

import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.Watch;
import dev.marketlake.stream.measure.AnchoredRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far one trade date of a series has been measured and judged. Used by one thread. */
final class DayProgress {
    private final LocalDate date;
    private final Map<AlertRule, List<Turn>> turns = new HashMap<>();
    private @Nullable AnchoredRun anchored;

    /** From the bar at {@code openTime} on, a rule stood there. */
    private record Turn(long openTime, Watch watch) {}

    DayProgress(LocalDate date) {
        this.date = date;
    }

    boolean isOf(LocalDate other) {
        return date.equals(other);
    }

    /** What has been measured; null after a cut. */
    @Nullable
    AnchoredRun anchored() {
        return anchored;
    }

    AnchoredRun anchor(AnchoredRun fresh) {
        anchored = fresh;
        return fresh;
    }

    /** Where a rule stands after the bar judged last. */
    Watch watch(AlertRule rule) {
        List<Turn> all = turns.get(rule);
        return all == null || all.isEmpty() ? Watch.START : all.getLast().watch();
    }

    /** Notes where a rule stands after the bar at {@code openTime}. */
    void watch(AlertRule rule, long openTime, Watch now) {
        if (!now.equals(watch(rule))) {
            turns.computeIfAbsent(rule, r -> new ArrayList<>()).add(new Turn(openTime, now));
        }
    }

    /** The run that was measured over has lost its oldest bars. */
    void loseGround() {
        anchored = null;
    }

    /** Forgets what was measured and judged from the bar at {@code openTime} on. */
    void cutAt(long openTime) {
        anchored = null;
        turns.values().forEach(all -> all.removeIf(turn -> turn.openTime() >= openTime));
    }
}
