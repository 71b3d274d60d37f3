package dev.marketlake.lake.content;

import org.jspecify.annotations.Nullable;

/** A row of a table. */
public interface Row {
    /**
     * A value as plain Java: text, {@code Long}, {@code Integer}, {@code Double}, {@code Boolean}, {@code BigDecimal}, {@code Instant},
     * {@code LocalDate}; lists and maps as Avro has them; null for SQL's and where the file is older than the column.
     */
    @Nullable
    Object value(String column);
}
