package dev.marketlake.lake.table;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka, with what could be read of it.
 *
 * @param topicId Kafka's id of the topic
 * @param record key and value bytes with their position
 * @param value the decoded value; null where it could not be decoded
 * @param undecodable why it could not; null where it could
 */
public record Arrival(
        String topicId,
        ConsumerRecord<byte[], byte[]> record,
        @Nullable GenericRecord value,
        @Nullable String undecodable) {}
