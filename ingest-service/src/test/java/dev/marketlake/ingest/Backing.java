package dev.marketlake.ingest;

import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.events.RawQuote;
import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker and a registry, real ones, and what is in {@code market.raw} of them. */
record Backing(Broker broker, SchemaRegistry registry) implements AutoCloseable {

    static Backing start(Path dir) {
        return new Backing(
                Broker.start(BrokerSettings.in(dir.resolve("broker"))),
                SchemaRegistry.start(SchemaRegistrySettings.in(dir.resolve("registry"))));
    }

    /** Every record of the topic, partition by partition. */
    List<ConsumerRecord<String, RawQuote>> raw() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "specific.avro.reader", true);
        KafkaAvroDeserializer<RawQuote> values = new KafkaAvroDeserializer<>();
        values.configure(config, false);
        try (KafkaConsumer<String, RawQuote> consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RAW.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, RawQuote>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }
}
