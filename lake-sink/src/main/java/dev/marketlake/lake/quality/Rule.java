package dev.marketlake.lake.quality;

import dev.marketlake.calendar.TradingCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is expected of a table. */
sealed interface Rule {

    /** What a number measured over the rows is expected to be. */
    record Measured(Metric metric, Bound bound) implements Rule {}

    /** The age of the newest row. @param calendar counts only the time it trades; empty counts all */
    record Freshness(String column, Optional<TradingCalendar> calendar, Bound seconds) implements Rule {}

    /** Columns by name, with their types in Delta's words. Others may be there besides. */
    record Columns(Map<String, String> types) implements Rule {
        public Columns {
            types = Map.copyOf(types);
        }
    }

    /**
     * The rows of the day before the newest against the days before it: no further from their mean than a number of standard deviations.
     *
     * @param date column to count by
     * @param trailing days to compare with, those without rows left out
     * @param deviations sample standard deviations allowed on either side
     */
    record Anomaly(String date, int trailing, double deviations) implements Rule {}

    /**
     * Another table that is fed by the same topic has the same rows.
     *
     * @param source name of the other table
     * @param sourceFilter its rows that have to be here
     * @param key columns that name a row in both
     * @param compare columns that have to be equal besides
     */
    record SameRows(String source, Filter sourceFilter, List<String> key, List<String> compare) implements Rule {
        public SameRows {
            key = List.copyOf(key);
            compare = List.copyOf(compare);
        }
    }

    /** Bronze holds each offset up to its position once, and the ledger has counted each of those it covers once. */
    record BalancedLedger() implements Rule {}
}
