package dev.marketlake.stream.rules;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.measure.Average;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values by the names that files give them, in the order in which messages list them. */
final class Choices {
    /** Intervals with readings. */
    static final Map<String, Interval> INTERVALS = intervals();

    static final Map<String, Average> AVERAGES = averages();

    private Choices() {}

    static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            choices.put(value.name(), value);
        }
        return choices;
    }

    private static Map<String, Interval> intervals() {
        Map<String, Interval> choices = new LinkedHashMap<>();
        for (Interval interval : Interval.values()) {
            if (interval.isIntraday()) {
                choices.put(interval.label(), interval);
            }
        }
        return choices;
    }

    private static Map<String, Average> averages() {
        Map<String, Average> choices = new LinkedHashMap<>();
        for (Average average : Average.values()) {
            choices.put(average.label(), average);
        }
        return choices;
    }
}
