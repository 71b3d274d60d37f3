package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many rows there are, and how many of them count.
 *
 * @param metric which do; null for those of the filter alone
 * @param filter the rows looked at
 * @param key columns that name a row
 */
record Tally(Metric.@Nullable PerRow metric, Filter filter, List<String> key) implements Measure<Tally.Count> {
    private static final int MOST_SAMPLES = 3;

    /** @param samples names of the first that count */
    record Count(long rows, long counted, List<String> samples) {}

    @Override
    public Set<String> columns() {
        Set<String> columns = filter.columnsAnd(key);
        columns.addAll(metric == null ? List.of() : metric.columns());
        return columns;
    }

    @Override
    public Count none() {
        return new Count(0, 0, List.of());
    }

    @Override
    public Optional<Count> ofCount(long rows) {
        return metric == null && filter.takesAll() ? Optional.of(new Count(rows, rows, List.of())) : Optional.empty();
    }

    @Override
    public Count of(List<Row> rows) {
        List<Row> looked = rows.stream().filter(filter::takes).toList();
        if (metric == null) {
            return new Count(looked.size(), looked.size(), List.of());
        }
        List<Row> counted = looked.stream().filter(metric::counts).toList();
        return new Count(
                looked.size(),
                counted.size(),
                counted.stream().limit(MOST_SAMPLES).map(row -> name(row, key)).toList());
    }

    @Override
    public Count plus(Count one, Count other) {
        return new Count(
                one.rows + other.rows,
                one.counted + other.counted,
                Stream.concat(one.samples.stream(), other.samples.stream())
                        .limit(MOST_SAMPLES)
                        .toList());
    }

    /** For example {@code symbol=AAPL, open_time=2019-02-15T14:30:00Z}. */
    static String name(Row row, List<String> key) {
        return key.stream().map(column -> column + "=" + row.value(column)).collect(Collectors.joining(", "));
    }
}
