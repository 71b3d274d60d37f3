package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which offsets of each Kafka partition the rows came from. */
record Offsets() implements Measure<Map<String, Offsets.Ranges>> {

    /**
     * Offsets of one partition.
     *
     * @param ends end, not included, by first offset; none touches another
     * @param twice how many are there more than once
     */
    record Ranges(TreeMap<Long, Long> ends, long twice) {
        Ranges plus(Ranges other) {
            TreeMap<Long, Long> all = new TreeMap<>(ends);
            long doubles = twice + other.twice;
            for (var range : other.ends.entrySet()) {
                doubles += add(all, range.getKey(), range.getValue());
            }
            return new Ranges(all, doubles);
        }

        /** @return how many of the added offsets were there */
        private static long add(TreeMap<Long, Long> all, long from, long to) {
            long start = from;
            long end = to;
            long there = 0;
            for (var near = all.floorEntry(to); near != null && near.getValue() >= from; near = all.floorEntry(to)) {
                there += Math.max(0, Math.min(near.getValue(), to) - Math.max(near.getKey(), from));
                start = Math.min(start, near.getKey());
                end = Math.max(end, near.getValue());
                all.remove(near.getKey());
            }
            all.put(start, end);
            return there;
        }
    }

    @Override
    public Set<String> columns() {
        return Set.of("kafka_topic_id", "kafka_partition", "kafka_offset");
    }

    @Override
    public Map<String, Ranges> none() {
        return Map.of();
    }

    @Override
    public Map<String, Ranges> of(List<Row> rows) {
        Map<String, TreeMap<Long, Long>> found = new HashMap<>();
        Map<String, Long> twice = new HashMap<>();
        for (Row row : rows) {
            if (row.value("kafka_offset") instanceof Long offset) {
                String source = row.value("kafka_topic_id") + "-" + row.value("kafka_partition");
                long there = Ranges.add(found.computeIfAbsent(source, one -> new TreeMap<>()), offset, offset + 1);
                twice.merge(source, there, Long::sum);
            }
        }
        Map<String, Ranges> ranges = new HashMap<>();
        found.forEach((source, ends) -> ranges.put(source, new Ranges(ends, twice.getOrDefault(source, 0L))));
        return ranges;
    }

    @Override
    public Map<String, Ranges> plus(Map<String, Ranges> one, Map<String, Ranges> other) {
        Map<String, Ranges> both = new HashMap<>(one);
        other.forEach((source, ranges) -> both.merge(source, ranges, Ranges::plus));
        return both;
    }
}
