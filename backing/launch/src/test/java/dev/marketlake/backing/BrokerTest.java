package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
    private static final TopicPartition QUOTES = new TopicPartition("quotes", 0);

    @TempDir
    Path dir;

    @Test
    void broker_keeps_its_records_over_a_kill() throws Exception {
        try (var broker = Broker.start(BrokerSettings.in(dir))) {
            createQuotes(broker);
            produce(broker, "one", "two", "three");
            long firstLife = broker.pid();

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.restart();

            assertThat(broker.pid()).isNotEqualTo(firstLife);
            assertThat(consume(broker, 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void broker_stops_cleanly_and_its_folder_serves_again_on_other_ports() throws Exception {
        String before;
        try (var broker = Broker.start(BrokerSettings.in(dir))) {
            before = broker.bootstrapServers();
            createQuotes(broker);
            produce(broker, "one");

            assertThat(broker.stop()).isEqualTo(Ending.GRACEFUL);
            assertThat(dir.resolve("data/.kafka_cleanshutdown")).exists();
            assertThat(broker.stop()).isEqualTo(Ending.ALREADY_DOWN);
        }
        try (var broker = Broker.start(BrokerSettings.in(dir))) {
            assertThat(broker.bootstrapServers()).isNotEqualTo(before);
            assertThat(consume(broker, 1)).containsExactly("one");
        }
    }

    @Test
    void a_broker_that_cannot_start_says_why() {
        var nonsense = BrokerSettings.in(dir).withOverrides(Map.of("num.partitions", "none"));

        assertThatThrownBy(() -> Broker.start(nonsense))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("broker exited with code 1 before it was ready")
                .hasMessageContaining("logs/broker.log")
                .hasMessageContaining("Invalid value none for configuration num.partitions");
    }

    private static void createQuotes(Broker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(QUOTES.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void produce(Broker broker, String... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(QUOTES.topic(), value)).get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> consume(Broker broker, int atLeast) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(QUOTES));
            for (int look = 0; look < 30 && values.size() < atLeast; look++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
