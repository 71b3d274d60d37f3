package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rows a check is about: those that have one of the values in each column.
 *
 * @param values as text, by column; null's text is {@code null}
 */
record Filter(Map<String, Set<String>> values) {
    static final Filter NONE = new Filter(Map.of());

    Filter {
        Map<String, Set<String>> copy = new TreeMap<>();
        values.forEach((column, ones) -> copy.put(column, Set.copyOf(ones)));
        values = Map.copyOf(copy);
    }

    boolean takes(Row row) {
        return values.entrySet().stream()
                .allMatch(one -> one.getValue().contains(String.valueOf(row.value(one.getKey()))));
    }

    Set<String> columns() {
        return values.keySet();
    }

    /** Those that it looks at, and some more. */
    Set<String> columnsAnd(Collection<String> more) {
        Set<String> columns = new HashSet<>(columns());
        columns.addAll(more);
        return columns;
    }

    boolean takesAll() {
        return values.isEmpty();
    }
}
