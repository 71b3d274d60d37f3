package dev.marketlake.stream.judge;

import dev.marketlake.stream.observation.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule found: the ground of an alert.
 *
 * @param observed the reading that reached the threshold
 * @param threshold what it reached, in the same unit
 * @param statement the rest of the sentence that begins with symbol, interval and time, without its full stop
 * @param evidence the numbers behind it, by the names of the readings
 * @param bars open times of the earlier bars of the series behind it, oldest first, microseconds since the epoch
 * @param others raw records behind it that are no bars of the series
 * @param observedAt since when what lies outside the readings has been known, microseconds since the epoch; {@link #AS_READINGS} for nothing
 */
public record Finding(
        double observed,
        double threshold,
        String statement,
        Map<String, Double> evidence,
        List<Long> bars,
        List<Origin> others,
        long observedAt) {
    static final long AS_READINGS = Long.MIN_VALUE;

    public Finding {
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        bars = List.copyOf(bars);
        others = List.copyOf(others);
    }

    /** One that rests on the readings and bars of its series alone. */
    static Finding of(
            double observed, double threshold, String statement, Map<String, Double> evidence, List<Long> bars) {
        return new Finding(observed, threshold, statement, evidence, bars, List.of(), AS_READINGS);
    }
}
