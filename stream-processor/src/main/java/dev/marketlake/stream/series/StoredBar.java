package dev.marketlake.stream.series;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that must survive a crash about one bar.
 *
 * @param openTime start of the bar, microseconds since the epoch, UTC
 * @param contents what was said of it, the standing content first; empty for a roll-up without a valid child
 * @param childCount bars folded into it; 0 where it is no roll-up
 * @param violations what the last screening found, advisory reasons included
 * @param complete whether it was sent, or is about to be sent, as complete
 * @param pending whether rows that rest on this bar may still be stale: a restart takes it up from here
 * @param row last emission to market.bars
 * @param readings last emission to market.indicators, of a day to market.performance
 * @param alerts alerts ever raised on it, by rule
 */
public record StoredBar(
        long openTime,
        List<SeenContent> contents,
        int childCount,
        Reasons violations,
        boolean complete,
        boolean pending,
        Emission row,
        Emission readings,
        List<AlertMark> alerts) {

    /** A bar nothing has been said or sent about yet. */
    public static StoredBar fresh(long openTime) {
        return new StoredBar(
                openTime, List.of(), 0, Reasons.NONE, false, false, Emission.NEVER, Emission.NEVER, List.of());
    }

    /** The content that stands. @throws java.util.NoSuchElementException where there is none */
    public SeenContent standing() {
        return contents.getFirst();
    }

    /** Whether readings, roll-ups and alerts may rest on it where its session allows. */
    public boolean usable() {
        return complete && valid() && !contents.isEmpty();
    }

    public boolean valid() {
        return violations.valid();
    }

    public Optional<AlertMark> alert(String rule) {
        return alerts.stream().filter(mark -> mark.rule().equals(rule)).findFirst();
    }

    public StoredBar withContents(List<SeenContent> now, int children) {
        return new StoredBar(openTime, now, children, violations, complete, pending, row, readings, alerts);
    }

    public StoredBar screened(Reasons found, boolean nowComplete) {
        return found.equals(violations) && nowComplete == complete
                ? this
                : new StoredBar(openTime, contents, childCount, found, nowComplete, pending, row, readings, alerts);
    }

    public StoredBar withPending(boolean now) {
        return now == pending
                ? this
                : new StoredBar(openTime, contents, childCount, violations, complete, now, row, readings, alerts);
    }

    public StoredBar withRow(Emission now) {
        return now == row
                ? this
                : new StoredBar(openTime, contents, childCount, violations, complete, pending, now, readings, alerts);
    }

    public StoredBar withReadings(Emission now) {
        return now == readings
                ? this
                : new StoredBar(openTime, contents, childCount, violations, complete, pending, row, now, alerts);
    }

    public StoredBar withAlert(AlertMark mark) {
        List<AlertMark> marks = new ArrayList<>(alerts);
        marks.removeIf(old -> old.rule().equals(mark.rule()));
        marks.add(mark);
        return new StoredBar(
                openTime, contents, childCount, violations, complete, pending, row, readings, List.copyOf(marks));
    }
}
