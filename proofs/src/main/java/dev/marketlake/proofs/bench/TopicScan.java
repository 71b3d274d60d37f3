package dev.marketlake.proofs.bench;

import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole topic, committed records only. */
final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_POLLS = 100;

    private final String bootstrapServers;
    private final Map<String, Object> registry;

    TopicScan(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.registry = Map.of("schema.registry.url", registryUrl);
    }

    /** Hands over each value's bytes, in order within a partition. @return how many */
    long bytes(Topic<?> topic, Consumer<byte[]> taker) {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(part -> new TopicPartition(topic.name(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            long count = 0;
            int empty = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(POLL);
                for (var found : records) {
                    taker.accept(found.value());
                }
                count += records.count();
                empty = records.isEmpty() ? empty + 1 : 0;
                if (empty > PATIENCE_POLLS) {
                    throw new ProofFailed(topic + " cannot be read to its end");
                }
            }
            return count;
        }
    }

    /** Hands over each value. @return how many */
    <V extends SpecificRecord> long values(Topic<V> topic, Consumer<? super V> taker) {
        try (var serde = topic.valueSerde(registry)) {
            var deserializer = serde.deserializer();
            return bytes(topic, value -> taker.accept(deserializer.deserialize(topic.name(), value)));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        8 * 1024 * 1024),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
