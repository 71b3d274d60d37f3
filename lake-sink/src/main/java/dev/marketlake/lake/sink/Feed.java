package dev.marketlake.lake.sink;

import dev.marketlake.lake.store.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * The consumer of one table. Partitions come in parked: nothing is read of them until the table's log has said where to go on. For one
 * thread, except {@link #wake()}.
 */
final class Feed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicIds topicIds;
    private final String topic;
    private final Map<String, Long> skipTo;
    private boolean parked = true;

    /** @param skipTo offsets to go on from although the log says less, by name of the source in the log */
    Feed(Consumer<byte[], byte[]> consumer, TopicIds topicIds, String topic, Map<String, Long> skipTo) {
        this.consumer = consumer;
        this.topicIds = topicIds;
        this.topic = topic;
        this.skipTo = skipTo;
        consumer.subscribe(List.of(topic), new Parking());
    }

    /** Where a table goes on. */
    sealed interface Placement {
        /** Reading goes on. @param batch empty, at the watermarks @param gaps what a table that begins will not have */
        record Placed(Batch batch, List<String> gaps) implements Placement {}

        /** Kafka does not have what the table needs next. @param reason the range and the remedy */
        record Impossible(String reason) implements Placement {}
    }

    /** Waits for records up to {@code wait}; none come from parked or paused partitions. */
    ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        return consumer.poll(wait);
    }

    /** Whether partitions came or went, or were parked: {@link #place} is due. */
    boolean isParked() {
        return parked;
    }

    /** Stops reading until {@link #place}. What was read and not committed will be read again. */
    void park() {
        parked = true;
        consumer.pause(consumer.assignment());
    }

    /** Stops and starts reading; positions stay. */
    void pause() {
        consumer.pause(consumer.assignment());
    }

    void resume() {
        if (!parked) {
            consumer.resume(consumer.assignment());
        }
    }

    /** What the table's log says about a source. */
    interface Watermarks {
        OptionalLong of(String source) throws StoreFailure;
    }

    /** Goes to where the log says. @throws KafkaException where the broker does not answer, StoreFailure where the log cannot be read */
    Placement place(Watermarks watermarks) throws StoreFailure {
        Set<TopicPartition> assigned = consumer.assignment();
        String topicId = topicIds.of(topic);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(assigned, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, PATIENCE);
        Batch batch = new Batch();
        List<String> gaps = new ArrayList<>();
        for (TopicPartition partition : assigned) {
            SourceId source = new SourceId(partition, topicId);
            OptionalLong base = watermarks.of(source.inLog());
            Long skip = skipTo.get(source.inLog());
            switch (StartingPoint.of(
                    base,
                    beginnings.getOrDefault(partition, 0L),
                    ends.getOrDefault(partition, 0L),
                    skip == null ? OptionalLong.empty() : OptionalLong.of(skip))) {
                case StartingPoint.At at -> {
                    consumer.seek(partition, at.offset());
                    batch.begin(source, base, at.offset());
                }
                case StartingPoint.Unnamed unnamed -> {
                    if (knowsAny(topicId, watermarks)) {
                        return new Placement.Impossible(
                                Halts.lost(source, new StartingPoint.Lost(0, unnamed.beginning())));
                    }
                    consumer.seek(partition, unnamed.beginning());
                    batch.begin(source, base, unnamed.beginning());
                    gaps.add("offsets 0 to " + (unnamed.beginning() - 1) + " of " + partition);
                }
                case StartingPoint.Lost lost -> {
                    return new Placement.Impossible(Halts.lost(source, lost));
                }
                case StartingPoint.Beyond beyond -> {
                    return new Placement.Impossible(Halts.beyond(source, beyond));
                }
            }
        }
        parked = false;
        consumer.resume(assigned);
        return new Placement.Placed(batch, gaps);
    }

    /** Whether the log names a partition of this topic: then the table is not new, and records it never had are lost to it. */
    private boolean knowsAny(String topicId, Watermarks watermarks) throws StoreFailure {
        for (PartitionInfo one : consumer.partitionsFor(topic, PATIENCE)) {
            SourceId source = new SourceId(new TopicPartition(topic, one.partition()), topicId);
            if (watermarks.of(source.inLog()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the first record the batch has not taken. */
    void rewind(Batch batch) {
        batch.sources().forEach(source -> consumer.seek(source.partition(), batch.next(source.partition())));
    }

    /** Moves the batch over what lies between its last record and where the consumer is, such as the marks of transactions. */
    void settle(Batch batch, Instant now) {
        batch.sources()
                .forEach(
                        source -> batch.move(source.partition(), consumer.position(source.partition(), PATIENCE), now));
    }

    /** How many offsets of its partitions have not been polled, by the last answers of the broker. */
    long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Whether the topic is still the one the batch was read from. @throws KafkaException where the broker does not answer */
    boolean isStillTheTopicOf(Batch batch) {
        String now = topicIds.of(topic);
        return batch.sources().stream().allMatch(source -> source.topicId().equals(now));
    }

    /** Tells the group how far the log is. For lag displays alone: nothing ever reads it back. */
    void showProgress(Batch following) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        following
                .sources()
                .forEach(source ->
                        offsets.put(source.partition(), new OffsetAndMetadata(following.next(source.partition()))));
        consumer.commitAsync(offsets, (committed, failure) -> {});
    }

    /** Ends a poll that waits. From any thread. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(PATIENCE));
    }

    private final class Parking implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // A position keeps the client from asking for group offsets, which mean nothing here.
            partitions.forEach(partition -> consumer.seek(partition, 0));
            park();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            park();
        }
    }
}
