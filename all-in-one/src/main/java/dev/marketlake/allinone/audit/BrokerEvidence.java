package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.allinone.watch.TopicOffsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the ranges in question from Kafka, committed records alone. For one thread. */
public final class BrokerEvidence implements Evidence {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SILENT_POLLS = 10;

    private final String topic;
    private final String topicId;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private BrokerEvidence(String topic, String topicId, KafkaConsumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.topicId = topicId;
        this.consumer = consumer;
    }

    /** @throws BrokerSilent where the broker does not answer, or has no such topic */
    public static BrokerEvidence of(String bootstrapServers, String topic) {
        String topicId;
        try (var offsets = new TopicOffsets(bootstrapServers)) {
            topicId = offsets.topicId(topic);
        }
        return new BrokerEvidence(
                topic,
                topicId,
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none",
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    @Override
    public Answer about(Source source, long from, long to) {
        if (!source.topicId().equals(topicId)) {
            return Answer.UNKNOWN;
        }
        var partition = new TopicPartition(topic, source.partition());
        try {
            var whole = List.of(partition);
            long begin = Objects.requireNonNull(consumer.beginningOffsets(whole).get(partition));
            long end = Objects.requireNonNull(consumer.endOffsets(whole).get(partition));
            if (end < to) {
                return Answer.UNKNOWN;
            }
            if (begin < to && holdsRecord(partition, Math.max(begin, from), to)) {
                return Answer.RECORDS;
            }
            return begin > from ? Answer.EXPIRED : Answer.NOTHING;
        } catch (KafkaException failure) {
            throw new BrokerSilent(topic + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private boolean holdsRecord(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        int silent = 0;
        while (consumer.position(partition) < to) {
            long before = consumer.position(partition);
            for (var record : consumer.poll(POLL)) {
                return record.offset() < to;
            }
            silent = consumer.position(partition) == before ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                throw new BrokerSilent(partition + " gives nothing from offset " + before + " on");
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
