package dev.marketlake.stream.observation;

/**
 * Where a raw record stands in Kafka.
 *
 * @param topicId Kafka's id of the raw topic, as Kafka prints it
 * @param partition partition, from 0
 * @param offset offset within the partition, from 0
 */
public record Origin(String topicId, int partition, long offset) {}
