package dev.marketlake.lake.star;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The volume-weighted average price of each symbol and trade date: that of its last minute in gold.indicators, which counts from the open. */
record DayVwaps() implements Measure<Map<DayVwaps.Day, DayVwaps.Last>> {
    /** A symbol on a trade date. */
    record Day(String symbol, LocalDate date) {}

    /** The last minute with a price. */
    record Last(Instant openTime, double vwap) {
        Last later(Last other) {
            return other.openTime.isAfter(openTime) ? other : this;
        }
    }

    @Override
    public Set<String> columns() {
        return Set.of("symbol", "trade_date", "interval", "open_time", "vwap");
    }

    @Override
    public Map<Day, Last> none() {
        return Map.of();
    }

    @Override
    public Map<Day, Last> of(List<Row> rows) {
        Map<Day, Last> days = new HashMap<>();
        for (Row row : rows) {
            if ("1m".equals(row.value("interval"))
                    && row.value("vwap") instanceof Double vwap
                    && row.value("open_time") instanceof Instant time) {
                LocalDate date = LocalDate.parse(String.valueOf(row.value("trade_date")));
                days.merge(new Day(String.valueOf(row.value("symbol")), date), new Last(time, vwap), Last::later);
            }
        }
        return Map.copyOf(days);
    }

    @Override
    public Map<Day, Last> plus(Map<Day, Last> one, Map<Day, Last> other) {
        // Those of a portion are immutable; a HashMap is a sum that nobody else has.
        Map<Day, Last> both = one instanceof HashMap ? one : new HashMap<>(one);
        other.forEach((day, last) -> both.merge(day, last, Last::later));
        return both;
    }
}
