package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.RowPrinter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a query, in memory. */
final class Rows implements RowPrinter {
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();

    @Override
    public void begin(List<String> names) {
        names.forEach(name -> columns.put(name, columns.size()));
    }

    @Override
    public void row(List<@Nullable Object> values) {
        rows.add(new Row(values));
    }

    @Override
    public void end() {}

    Stream<Row> stream() {
        return rows.stream();
    }

    /** The only row. */
    Row single() {
        if (rows.size() != 1) {
            throw new IllegalStateException("one row expected, not " + rows.size());
        }
        return rows.getFirst();
    }

    /** Values by column name; a wrong name or type is a bug here. */
    final class Row {
        private final List<@Nullable Object> values;

        private Row(List<@Nullable Object> values) {
            this.values = values;
        }

        @Nullable
        Object get(String column) {
            var index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column " + column + " in " + columns.keySet());
            }
            return values.get(index);
        }

        String text(String column) {
            return String.valueOf(get(column));
        }

        Instant instant(String column) {
            return (Instant) present(column);
        }

        LocalDate date(String column) {
            return (LocalDate) present(column);
        }

        boolean flag(String column) {
            return (Boolean) present(column);
        }

        /** Any whole or decimal number. */
        BigDecimal number(String column) {
            return new BigDecimal(present(column).toString());
        }

        long whole(String column) {
            return number(column).longValueExact();
        }

        @Nullable
        Double real(String column) {
            return (Double) get(column);
        }

        private Object present(String column) {
            var value = get(column);
            if (value == null) {
                throw new IllegalStateException(column + " is null");
            }
            return value;
        }
    }
}
