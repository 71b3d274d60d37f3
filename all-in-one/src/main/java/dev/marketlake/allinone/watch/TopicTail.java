package dev.marketlake.allinone.watch;

import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;

/** Reads one topic as it grows, committed records only, in no group. For one thread. */
public final class TopicTail<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_POLL = Duration.ofMillis(200);

    /** Where to begin. */
    public enum From {
        /** At the oldest record there is. */
        START,
        /** At most 50 offsets before the end of each partition. */
        NEAR_END
    }

    private final Topic<V> topic;
    private final Serde<V> serde;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @throws BrokerSilent if the broker does not answer, or the topic is not there */
    public TopicTail(String bootstrapServers, String registryUrl, Topic<V> topic, From from) {
        this.topic = topic;
        this.serde = topic.valueSerde(Map.of("schema.registry.url", registryUrl));
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            begin(from);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void begin(From from) {
        try {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(part -> new TopicPartition(topic.name(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            switch (from) {
                case START -> consumer.seekToBeginning(partitions);
                case NEAR_END -> seekNearEnd(partitions);
            }
        } catch (KafkaException failure) {
            throw new BrokerSilent(topic + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void seekNearEnd(List<TopicPartition> partitions) {
        var begins = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), end - 50)));
    }

    /**
     * Hands over all that has been added since the last call, oldest first within a partition. A value that cannot be
     * decoded is left to those whose topic it is.
     *
     * @throws BrokerSilent if the broker or the registry does not answer
     */
    public void take(Consumer<? super V> taker) {
        try {
            var ends = consumer.endOffsets(consumer.assignment());
            int emptyPolls = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(ONE_POLL);
                records.forEach(found -> decode(found.value(), taker));
                emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
                if (emptyPolls > PATIENCE.dividedBy(ONE_POLL)) {
                    throw new BrokerSilent(
                            topic + " cannot be read to its end: no record for " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (KafkaException failure) {
            throw new BrokerSilent(topic + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Hands over what is added within {@code patience}; returns as soon as something was. @throws BrokerSilent as {@link #take} */
    public void await(Duration patience, Consumer<? super V> taker) {
        try {
            consumer.poll(patience).forEach(found -> decode(found.value(), taker));
        } catch (KafkaException failure) {
            throw new BrokerSilent(topic + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void decode(byte[] value, Consumer<? super V> taker) {
        try {
            if (value != null) {
                taker.accept(serde.deserializer().deserialize(topic.name(), value));
            }
        } catch (UndecodableValue poison) {
            // Reported by the sink, which reads the same topic.
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
        serde.close();
    }
}
