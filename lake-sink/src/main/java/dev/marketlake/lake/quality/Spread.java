package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.util.List;
import java.util.Set;

/**
 * The numbers of a column: how many, the ends, the sum. A value that is not a number makes all of them NaN.
 *
 * @param filter the rows looked at
 */
record Spread(String column, Filter filter) implements Measure<Spread.Numbers> {
    /** @param min positive infinity where there is none @param max negative infinity where there is none */
    record Numbers(long count, double min, double max, double sum) {}

    @Override
    public Set<String> columns() {
        return filter.columnsAnd(Set.of(column));
    }

    @Override
    public Numbers none() {
        return new Numbers(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
    }

    @Override
    public Numbers of(List<Row> rows) {
        Numbers all = none();
        for (Row row : rows) {
            if (filter.takes(row) && row.value(column) instanceof Number number) {
                double value = number.doubleValue();
                all = plus(all, new Numbers(1, value, value, value));
            }
        }
        return all;
    }

    @Override
    public Numbers plus(Numbers one, Numbers other) {
        return new Numbers(
                one.count + other.count,
                Math.min(one.min, other.min),
                Math.max(one.max, other.max),
                one.sum + other.sum);
    }
}
