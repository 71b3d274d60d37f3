package dev.marketlake.allinone.explain;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Raw events of Bronze, by their positions. */
final class RawEvents {
    /** Where a raw event stood in Kafka. */
    record Place(String topicId, int partition, long offset) {
        /** The position in columns with a prefix; null where there is none. */
        static @Nullable Place of(Map<?, ?> row, String prefix) {
            return row.get(prefix + "topic_id") instanceof String topicId
                            && row.get(prefix + "partition") instanceof Number partition
                            && row.get(prefix + "offset") instanceof Number offset
                    ? new Place(topicId, partition.intValue(), offset.longValue())
                    : null;
        }

        @Override
        public String toString() {
            return topicId + "-" + partition + " offset " + offset;
        }
    }

    private RawEvents() {}

    /** A fact for each position, in their order; one that Bronze does not have says so. */
    static List<Fact> of(Lake lake, Collection<Place> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        var wanted = places.stream()
                .map(place -> "(" + LakeSession.text(place.topicId()) + ", " + place.partition() + ", " + place.offset()
                        + ")")
                .collect(Collectors.joining(", "));
        var found = new LinkedHashMap<Place, Fact>();
        LakeRows.of(
                        lake,
                        "SELECT kafka_topic_id, kafka_partition, kafka_offset, kafka_timestamp, source, feed, symbol,"
                                + " request_id, sequence, observed_at, undecodable, payload FROM bronze.raw_quotes"
                                + " WHERE (kafka_topic_id, kafka_partition, kafka_offset) IN (" + wanted + ")")
                .forEach(row -> {
                    var place = Place.of(row, "kafka_");
                    if (place != null) {
                        found.put(place, fact(place, row));
                    }
                });
        var facts = new ArrayList<Fact>();
        for (var place : places) {
            facts.add(found.getOrDefault(
                    place, new Fact("raw event " + place + ": not in bronze.raw_quotes (yet)", Map.of(), List.of())));
        }
        return facts;
    }

    private static Fact fact(Place place, Map<String, @Nullable Object> row) {
        var values = new LinkedHashMap<>(row);
        values.keySet().removeAll(List.of("kafka_topic_id", "kafka_partition", "kafka_offset"));
        return new Fact("raw event " + place, values, List.of());
    }
}
