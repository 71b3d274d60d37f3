package dev.marketlake.allinone.rejected;

import dev.marketlake.events.RawPosition;
import java.util.regex.Pattern;

/**
 * Where a raw record stands in Kafka.
 *
 * @param topicId Kafka's id of the raw topic, as Kafka prints it
 */
public record RawPlace(String topicId, int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,9})-(\\d{1,18})");

    static RawPlace of(RawPosition position) {
        return new RawPlace(position.getTopicId(), position.getPartition(), position.getOffset());
    }

    /** For example {@code mFfWVhzPSd-XPuHVCN0gqw-2-1234}. */
    @Override
    public String toString() {
        return topicId + "-" + partition + "-" + offset;
    }

    /**
     * Names of places as people read them: with the topic's name for its id, {@code market.raw-2-1234}; former topics of that name keep
     * their id.
     */
    public record Naming(String topic, String topicId) {

        public String name(RawPlace place) {
            var called = place.topicId().equals(topicId) ? topic : place.topicId();
            return new RawPlace(called, place.partition(), place.offset()).toString();
        }

        /** @throws IllegalArgumentException where {@code text} names no place */
        public RawPlace place(String text) {
            var found = FORM.matcher(text);
            if (!found.matches()) {
                throw new IllegalArgumentException("'" + text
                        + "' names no raw record: give TOPIC-PARTITION-OFFSET, such as " + topic + "-2-1234");
            }
            var called = found.group(1);
            return new RawPlace(
                    called.equals(topic) ? topicId : called,
                    Integer.parseInt(found.group(2)),
                    Long.parseLong(found.group(3)));
        }
    }
}
