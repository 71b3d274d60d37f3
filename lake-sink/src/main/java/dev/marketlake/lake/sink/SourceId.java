package dev.marketlake.lake.sink;

import org.apache.kafka.common.TopicPartition;

/**
 * One Kafka partition as the table's log names it. A topic that was deleted and made again has another id, so its offsets are never taken
 * for those of the old one.
 *
 * @param partition where Kafka has it
 * @param topicId Kafka's id of the topic
 */
record SourceId(TopicPartition partition, String topicId) {
    /** For example {@code WqLhMwL5Q2yX3cT0p1kAQA-3}. */
    String inLog() {
        return topicId + "-" + partition.partition();
    }
}
