package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which Kafka record each row came from, by its key.
 *
 * @param filter the rows looked at
 * @param key columns that name a row
 * @param compare columns whose values are kept besides
 */
record Places(Filter filter, List<String> key, List<String> compare) implements Measure<Map<String, Places.Place>> {
    private static final List<String> POSITION = List.of("kafka_topic_id", "kafka_partition", "kafka_offset");

    /** @param source {@code <topic id>-<partition>} @param values of the compared columns, as text */
    record Place(String source, long offset, String values) {}

    @Override
    public Set<String> columns() {
        Set<String> columns = filter.columnsAnd(POSITION);
        columns.addAll(key);
        columns.addAll(compare);
        return columns;
    }

    @Override
    public Map<String, Place> none() {
        return Map.of();
    }

    @Override
    public Map<String, Place> of(List<Row> rows) {
        Map<String, Place> places = new HashMap<>();
        for (Row row : rows) {
            if (filter.takes(row) && row.value("kafka_offset") instanceof Long offset) {
                String source = row.value("kafka_topic_id") + "-" + row.value("kafka_partition");
                places.put(Tally.name(row, key), new Place(source, offset, Tally.name(row, compare)));
            }
        }
        return Map.copyOf(places);
    }

    @Override
    public Map<String, Place> plus(Map<String, Place> one, Map<String, Place> other) {
        // Those of a portion are immutable; a HashMap is a sum that nobody else has.
        Map<String, Place> both = one instanceof HashMap ? one : new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
