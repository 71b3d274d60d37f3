package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.allinone.suite.RunFile;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a registry that pass for a running suite: what is in the topics is the test's. */
final class SmallSuite implements AutoCloseable {
    private final Path data;
    private final Broker broker;
    private final SchemaRegistry registry;
    private final FileChannel lock;

    private SmallSuite(Path data, Broker broker, SchemaRegistry registry, FileChannel lock) {
        this.data = data;
        this.broker = broker;
        this.registry = registry;
        this.lock = lock;
    }

    static SmallSuite start(Path data) throws Exception {
        var broker = Broker.start(BrokerSettings.in(data.resolve("broker")));
        var registry = SchemaRegistry.start(SchemaRegistrySettings.in(data.resolve("registry")));
        var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        var suite = new SmallSuite(data, broker, registry, lock);
        suite.describe();
        try (var admin = suite.admin()) {
            TopicCreation.ensure(admin, TopicSettings.read(Path.of("../config/topics.yml")));
        }
        return suite;
    }

    private void describe() throws IOException {
        var endpoints = new Endpoints(
                broker.bootstrapServers(),
                registry.url(),
                "http://none",
                "http://none",
                "http://none",
                "http://none",
                "http://none");
        var run = new RunFile(
                ProcessHandle.current().pid(),
                Instant.EPOCH,
                "none",
                "market-lake",
                "../config",
                endpoints,
                "none",
                Map.of(Component.BROKER, broker.pid()));
        Files.writeString(
                data.resolve("run.json"),
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(run));
    }

    Path data() {
        return data;
    }

    String rawTopicId() {
        try (var offsets = new TopicOffsets(broker.bootstrapServers())) {
            return offsets.topicId(Topics.RAW.name());
        }
    }

    <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        try (var serde = topic.valueSerde(Map.of("schema.registry.url", registry.url()))) {
            return serde.serializer().serialize(topic.name(), value);
        }
    }

    /** Appends a record to a partition, acknowledged. */
    void append(Topic<?> topic, int partition, byte @Nullable [] key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), partition, key, value))
                    .get();
        }
    }

    /** All of one partition of market.raw. */
    List<ConsumerRecord<byte[], byte[]>> raw(int partition) {
        try (var consumer = new KafkaConsumer<>(clients(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var whole = new TopicPartition(Topics.RAW.name(), partition);
            consumer.assign(List.of(whole));
            consumer.seekToBeginning(List.of(whole));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(whole)).get(whole));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(whole) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    private Admin admin() {
        return Admin.create(clients());
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    @Override
    public void close() throws IOException {
        lock.close();
        registry.close();
        broker.close();
    }
}
