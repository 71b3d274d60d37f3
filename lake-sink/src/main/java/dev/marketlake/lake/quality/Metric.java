package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Row;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number that rows come to. */
sealed interface Metric {

    /** Columns it looks at. */
    List<String> columns();

    /** One that is decided row by row. */
    sealed interface PerRow extends Metric {
        /** Whether a row counts. */
        boolean counts(Row row);
    }

    /** {@code row_count}. */
    record RowCount() implements Metric {
        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /** {@code missing_count}: rows without a value in one of the columns. */
    record Missing(List<String> columns) implements PerRow {
        @Override
        public boolean counts(Row row) {
            return columns.stream().anyMatch(column -> row.value(column) == null);
        }
    }

    /** {@code invalid_count}: rows with a value that is not valid; none is no invalid value. */
    record Invalid(String column, Validity validity) implements PerRow {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public boolean counts(Row row) {
            Object value = row.value(column);
            return value != null && !validity.holds(value);
        }
    }

    /** {@code duplicate_count}: rows beyond the first with the same values in all the columns. */
    record Duplicates(List<String> columns) implements Metric {}

    /** {@code min}, {@code max}, {@code avg} of a column of numbers; rows without a value are left out. */
    record Statistic(Kind kind, String column) implements Metric {
        /** Which. */
        enum Kind {
            MIN,
            MAX,
            AVG;

            String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * What is valid; whatever is left out allows everything.
     *
     * @param values as text; empty for any
     * @param min smallest number
     * @param max largest number
     * @param regex that the whole text matches
     */
    record Validity(
            Set<String> values,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Regex regex) {
        public Validity {
            values = Set.copyOf(new TreeSet<>(values));
        }

        boolean holds(Object value) {
            if (!values.isEmpty() && !values.contains(String.valueOf(value))) {
                return false;
            }
            if (regex != null && !regex.matches(String.valueOf(value))) {
                return false;
            }
            if (min == null && max == null) {
                return true;
            }
            return value instanceof Number number
                    && (min == null || number.doubleValue() >= min)
                    && (max == null || number.doubleValue() <= max);
        }
    }

    /** A pattern that is equal to another of the same text. */
    record Regex(String text, Pattern pattern) {
        static Regex of(String text) {
            return new Regex(text, Pattern.compile(text));
        }

        boolean matches(String value) {
            return pattern.matcher(value).matches();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Regex one && one.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }
}
