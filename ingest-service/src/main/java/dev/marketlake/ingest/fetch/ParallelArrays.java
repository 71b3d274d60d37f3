package dev.marketlake.ingest.fetch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows given as an array of times and, beside it, one array for each of their figures. */
public final class ParallelArrays {
    private ParallelArrays() {}

    /** A row as an object under the arrays' own names. */
    public record Row(JsonValue time, JsonValue row) {
        /** The time as a number, where it is one. */
        public Optional<BigDecimal> stamp() {
            return time.number();
        }
    }

    /**
     * The rows, oldest first; equal times stay in order, and so does everything where a time is no number.
     *
     * @param timeName name of the time in a row
     * @param arrays the arrays by name
     * @throws UnexpectedShape where an array is missing, or is not as long as the times
     */
    public static List<Row> rows(String timeName, JsonValue times, Map<String, JsonValue> arrays, List<String> names) {
        List<JsonValue> stamps = times.elements();
        List<List<JsonValue>> columns = new ArrayList<>();
        for (String name : names) {
            JsonValue array = arrays.get(name);
            if (array == null) {
                throw new UnexpectedShape("there is no array '" + name + "' beside " + timeName);
            }
            List<JsonValue> column = array.elements();
            if (column.size() != stamps.size()) {
                throw new UnexpectedShape(
                        "'" + name + "' has " + column.size() + " values for " + stamps.size() + " times");
            }
            columns.add(column);
        }
        List<Row> rows = IntStream.range(0, stamps.size())
                .mapToObj(i -> row(timeName, stamps.get(i), names, columns, i))
                .toList();
        boolean sortable = rows.stream().allMatch(row -> row.stamp().isPresent());
        return sortable
                ? rows.stream()
                        .sorted(Comparator.comparing(row -> row.stamp().orElseThrow()))
                        .toList()
                : rows;
    }

    private static Row row(
            String timeName, JsonValue time, List<String> names, List<List<JsonValue>> columns, int index) {
        Payload row = new Payload().with(timeName, time);
        for (int i = 0; i < names.size(); i++) {
            row.with(names.get(i), columns.get(i).get(index));
        }
        return new Row(time, row.value());
    }
}
