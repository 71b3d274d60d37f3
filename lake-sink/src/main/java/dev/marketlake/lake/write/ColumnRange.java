package dev.marketlake.lake.write;

/**
 * What a file's footer says about a column that is not null everywhere.
 *
 * @param column name
 * @param min smallest value: a {@code Long} of microseconds since the epoch, or a {@code BigDecimal}
 * @param max largest value, of the same type
 * @param nulls how many rows have none
 */
public record ColumnRange(String column, Object min, Object max, long nulls) {}
