package dev.marketlake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.serde.KafkaAvroSerializer;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our records through kafkajs and Confluent's JavaScript serde, which nobody here wrote: it reads what we write, and we read what it
 * writes. Skipped where node, npm or the npm registry is not there.
 */
@ExtendWith({NodeProgram.Installed.class, Backing.Provider.class})
class ConfluentJavaScriptTest {
    private static final Map<String, SpecificRecord> SENT =
            Map.of("theirs.raw", Records.raw(), "theirs.bars", Records.bar(), "theirs.alerts", Records.alert());

    private static final Map<String, JsonNode> READ_BY_NODE = new HashMap<>();
    private static final Map<String, Object> WRITTEN_BY_NODE = new HashMap<>();

    @BeforeAll
    static void our_records_go_through_node(Backing backing) throws Exception {
        createTopics(backing);
        send(backing);
        List<String> lines = NodeProgram.contract(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", backing.broker().bootstrapServers(),
                        "SCHEMA_REGISTRY_URL", backing.registry().url()),
                SENT.keySet().stream().map(topic -> topic + ":" + back(topic)).toArray(String[]::new));
        for (String line : lines) {
            JsonNode read = JsonMapper.shared().readTree(line);
            READ_BY_NODE.put(read.required("topic").asString(), read);
        }
        receive(backing);
    }

    @Test
    void node_reads_our_alerts_field_by_field() {
        assertThat(readByNode("theirs.alerts")).isEqualTo(PlainJson.of(Records.alert()));
    }

    @Test
    void node_reads_our_bars_with_their_decimals_field_by_field() {
        assertThat(readByNode("theirs.bars")).isEqualTo(PlainJson.of(Records.bar()));
    }

    @Test
    void node_reads_our_raw_quotes_field_by_field() {
        assertThat(readByNode("theirs.raw")).isEqualTo(PlainJson.of(Records.raw()));
    }

    @Test
    void node_reads_our_keys() {
        assertThat(READ_BY_NODE.values())
                .extracting(read -> read.required("key").asString())
                .containsOnly("the key");
    }

    @Test
    void we_read_what_node_writes() {
        SENT.forEach((topic, record) -> assertThat(WRITTEN_BY_NODE).containsEntry(back(topic), record));
    }

    private static JsonNode readByNode(String topic) {
        return Objects.requireNonNull(READ_BY_NODE.get(topic), topic).required("value");
    }

    private static String back(String topic) {
        return topic.replace("theirs", "ours");
    }

    private static void createTopics(Backing backing) throws Exception {
        Map<String, String> likeAlerts = settingsOfAlerts();
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : SENT.keySet()) {
            topics.add(new NewTopic(topic, 1, (short) 1).configs(likeAlerts));
            topics.add(new NewTopic(back(topic), 1, (short) 1));
        }
        try (Admin admin = Admin.create(backing.adminConfig())) {
            admin.createTopics(topics).all().get();
        }
    }

    private static Map<String, String> settingsOfAlerts() {
        return TopicSettings.read(Path.of("../config/topics.yml")).newTopics().stream()
                .filter(topic -> topic.name().equals(Topics.ALERTS.name()))
                .findFirst()
                .orElseThrow()
                .configs();
    }

    /** In the codec of the topology's producer, which kafkajs does not know: the topic has to see to it. */
    private static void send(Backing backing) throws Exception {
        Map<String, Object> config = new HashMap<>(backing.registryConfig());
        config.putAll(backing.adminConfig());
        config.put("compression.type", "lz4");
        config.put("key.serializer", StringSerializer.class);
        config.put("value.serializer", KafkaAvroSerializer.class);
        try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(config)) {
            for (var sent : SENT.entrySet()) {
                producer.send(new ProducerRecord<>(sent.getKey(), "the key", sent.getValue()))
                        .get();
            }
        }
    }

    private static void receive(Backing backing) {
        Map<String, Object> config = new HashMap<>(backing.registryConfig());
        config.putAll(backing.adminConfig());
        config.put("key.deserializer", StringDeserializer.class);
        config.put("value.deserializer", KafkaAvroDeserializer.class);
        config.put("specific.avro.reader", "true");
        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = SENT.keySet().stream()
                    .map(topic -> new TopicPartition(back(topic), 0))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int polls = 0; polls < 30 && WRITTEN_BY_NODE.size() < SENT.size(); polls++) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(found -> WRITTEN_BY_NODE.put(found.topic(), found.value()));
            }
        }
    }
}
