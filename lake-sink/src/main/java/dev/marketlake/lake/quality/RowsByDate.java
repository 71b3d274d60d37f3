package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows each date has; rows without one are left out. @param filter the rows looked at */
record RowsByDate(String column, Filter filter) implements Measure<SortedMap<String, Long>> {
    @Override
    public Set<String> columns() {
        return filter.columnsAnd(Set.of(column));
    }

    @Override
    public SortedMap<String, Long> none() {
        return Collections.emptySortedMap();
    }

    @Override
    public SortedMap<String, Long> of(List<Row> rows) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Row row : rows) {
            Object date = row.value(column);
            if (date != null && filter.takes(row)) {
                counts.merge(date.toString(), 1L, Long::sum);
            }
        }
        return counts;
    }

    @Override
    public SortedMap<String, Long> plus(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        SortedMap<String, Long> both = new TreeMap<>(one);
        other.forEach((date, count) -> both.merge(date, count, Long::sum));
        return both;
    }
}
