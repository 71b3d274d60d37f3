package dev.marketlake.stream.job;

import dev.marketlake.market.Interval;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many sessions before its first date a job's input has to begin, so that every row of the dates asked for is exact.
 *
 * <pre>
 *   | W: what screening of the oldest | W: what readings of the first | dates asked for |
 *   |    bar read looks back to       |    date look back to          |                 |
 *   |---------------------------------|-------------------------------|-----------------|
 * </pre>
 *
 * Roll-ups are folded from minutes, so the minutes of their own W sessions have to be exact too.
 *
 * @param sessions by interval label, for bars as sources send them
 */
public record Reach(Map<String, Integer> sessions) {
    public Reach {
        sessions = Map.copyOf(sessions);
    }

    /**
     * @param warmUp sessions that readings look back, by interval label
     * @param rollUps labels of the intervals that minutes are rolled up to
     */
    public static Reach of(Map<String, Integer> warmUp, Collection<String> rollUps) {
        Map<String, Integer> sessions = new TreeMap<>();
        warmUp.forEach((interval, own) -> sessions.put(interval, 2 * own));
        String minute = Interval.M1.label();
        int ofMinutes = warmUp.getOrDefault(minute, 0);
        for (String coarser : rollUps) {
            sessions.merge(minute, warmUp.getOrDefault(coarser, 0) + ofMinutes, Math::max);
        }
        return new Reach(sessions);
    }

    /** The furthest of all. */
    public int furthest() {
        return sessions.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
