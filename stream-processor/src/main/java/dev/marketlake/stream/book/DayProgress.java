package dev.marketlake.stream.book;

import dev.marketlake.stream.judge.Watch;
import dev.marketlake.stream.measure.AnchoredRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one trade date of a series has been measured and judged. Used by one thread. */
final class DayProgress {
    private final LocalDate date;
    /** By the place of the rule in the order of the rules. */
    private final List<List<Turn>> turns = new ArrayList<>();

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

    /** Where a rule stands after the bar judged last. @param rule its place in the order of the rules */
    Watch watch(int rule) {
        return rule >= turns.size() || turns.get(rule).isEmpty()
                ? Watch.START
                : turns.get(rule).getLast().watch();
    }

    /** Notes where a rule stands after the bar at {@code openTime}. */
    void watch(int rule, long openTime, Watch now) {
        if (!now.equals(watch(rule))) {
            while (turns.size() <= rule) {
                turns.add(new ArrayList<>());
            }
            turns.get(rule).add(new Turn(openTime, now));
        }
    }

    /** The run that was measured over has lost its oldest bars. */
    void loseGround() {
        anchored = null;
    }

    /** Forgets what was measured and judged from the bar at {@code openTime} on. */
    void cutAt(long openTime) {
        anchored = null;
        turns.forEach(all -> all.removeIf(turn -> turn.openTime() >= openTime));
    }
}
