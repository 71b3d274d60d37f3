package dev.marketlake.stream.job;

import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.topics.Topic;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Records as ingest publishes them, rows for everybody, the system's time.
 *
 * @param rawTopicId Kafka's id of the raw topic
 */
public record LiveLane(String rawTopicId) implements Lane {
    @Override
    public String name(Topic<?> topic) {
        return topic.name();
    }

    @Override
    public boolean isAccountedFor() {
        return true;
    }

    @Override
    public boolean isFlushedByTimer() {
        return true;
    }

    @Override
    public Incoming incoming(Record<byte[], byte[]> message, RecordMetadata metadata) {
        Origin origin = new Origin(rawTopicId, metadata.partition(), metadata.offset());
        return new Incoming.Quote(new Arrival(message.key(), message.value(), message.timestamp(), origin));
    }

    @Override
    public long clock(long system) {
        return system;
    }

    @Override
    public Optional<Row> outgoing(Row row) {
        return Optional.of(row);
    }
}
