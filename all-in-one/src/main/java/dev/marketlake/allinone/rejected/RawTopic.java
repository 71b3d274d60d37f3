package dev.marketlake.allinone.rejected;

import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Tells which records of market.raw were sent again before, as far back as the topic is kept: each names its first place in a header. */
final class RawTopic {
    /** Header of a record that was sent again: the {@link RawPlace} it came from, UTF-8. */
    static final String RESUBMITTED_FROM = "marketlake-resubmitted-from";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;

    RawTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Places that were sent again, as {@link RawPlace#toString} has them. @throws BrokerSilent if the topic cannot be read to its end */
    Set<String> resubmitted() {
        var places = new HashSet<String>();
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            var partitions = consumer.partitionsFor(Topics.RAW.name()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer.endOffsets(partitions), consumer, places);
        } catch (KafkaException failure) {
            throw new BrokerSilent(Topics.RAW + " cannot be read: " + failure.getMessage(), failure);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        return places;
    }

    private static void readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer, Set<String> places) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(PATIENCE);
            if (records.isEmpty()) {
                throw new BrokerSilent(
                        Topics.RAW + " cannot be read to its end: no record for " + PATIENCE.toSeconds() + " s");
            }
            records.forEach(record -> note(record, places));
        }
    }

    private static void note(ConsumerRecord<byte[], byte[]> record, Set<String> places) {
        var from = record.headers().lastHeader(RESUBMITTED_FROM);
        if (from != null && from.value() != null) {
            places.add(new String(from.value(), StandardCharsets.UTF_8));
        }
    }
}
