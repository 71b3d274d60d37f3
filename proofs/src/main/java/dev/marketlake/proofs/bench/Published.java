package dev.marketlake.proofs.bench;

import dev.marketlake.events.RawPosition;
import java.util.HashMap;
import java.util.Map;

/**
 * Which event stands where in the raw topic. A place is a position in one number, {@link EventLongs#NONE} where it is of another topic.
 * Filled by the producer's thread, asked for events once that has ended; places are for any thread.
 */
final class Published {
    private static final int OFFSET_BITS = 44;
    private static final long OFFSETS = (1L << OFFSET_BITS) - 1;

    private final String topicId;
    private final Map<Integer, EventLongs> partitions = new HashMap<>();

    /** @param topicId Kafka's id of the raw topic */
    Published(String topicId) {
        this.topicId = topicId;
    }

    void acknowledged(int partition, long offset, long event) {
        partitions.computeIfAbsent(partition, number -> new EventLongs()).set(offset, event);
    }

    long place(RawPosition position) {
        return position.getTopicId().equals(topicId)
                ? (long) position.getPartition() << OFFSET_BITS | position.getOffset()
                : EventLongs.NONE;
    }

    /** The event at a place; {@link EventLongs#NONE} where none was published there. */
    long event(long place) {
        var events = partitions.get((int) (place >> OFFSET_BITS));
        return place < 0 || events == null ? EventLongs.NONE : events.get(place & OFFSETS);
    }
}
