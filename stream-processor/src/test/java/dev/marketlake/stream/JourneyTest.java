package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.config.Watchlist;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.rules.AlertsFile;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real broker and registry: killed and restarted, it ends with the tables of the test driver. */
class JourneyTest {
    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "SPY", "TSLA");

    @TempDir
    private Path folder;

    @Test
    void killed_in_the_middle_and_restarted_it_ends_with_the_same_tables_and_a_balanced_ledger() throws IOException {
        Path config = config();
        try (Broker broker = Broker.start(BrokerSettings.in(folder.resolve("broker")));
                SchemaRegistry registry = SchemaRegistry.start(SchemaRegistrySettings.in(folder.resolve("registry")))) {
            Map<String, Object> clients =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
            try (Admin admin = Admin.create(clients)) {
                TopicCreation.ensure(admin, TopicSettings.read(config.resolve("topics.yml")));
            }
            List<Raw> events = events();
            String[] settings = {
                "--marketlake.stream.config=" + config,
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--spring.kafka.properties.schema.registry.url=" + registry.url()
            };

            ServiceProcess first = ServiceProcess.start(folder, settings);
            await().atMost(Duration.ofMinutes(5))
                    .until(first::readiness, body -> body.startsWith("{\"components\"") && !body.contains("DOWN"));
            produce(clients, events.subList(0, events.size() / 2));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> read(clients, Topics.BARS).size() > 10);
            first.kill();
            produce(clients, events.subList(events.size() / 2, events.size()));
            poison(clients);

            long restarted = System.nanoTime();
            ServiceProcess second = ServiceProcess.start(folder, settings);
            await().atMost(Duration.ofMinutes(5)).until(() -> drained(clients, events.size() + 2));
            System.out.printf("drained %.1f s after the restart%n", (System.nanoTime() - restarted) / 1e9);
            second.stop();
            long again = System.nanoTime();
            try (ServiceProcess third = ServiceProcess.start(folder, settings)) {
                produce(
                        clients,
                        List.of(Raw.minute("SPY", "2019-02-15 13:00", 270, 5)
                                .observed("2019-02-17T00:00:00Z", "x", 0)));
                await().atMost(Duration.ofMinutes(5)).until(() -> drained(clients, events.size() + 3));
                System.out.printf("first record %.1f s after a clean restart%n", (System.nanoTime() - again) / 1e9);
                // It was taken before there was anything to show it.
                await().atMost(Duration.ofMinutes(1)).until(() -> records(third) == 1);
                third.stop();
            }
            try (ServiceProcess fourth = ServiceProcess.start(folder, settings)) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> fourth.output().contains("REBALANCING -> RUNNING"));
                fourth.stop();
                assertThat(fourth.output())
                        .as("stopped while the application context comes up, or before")
                        .contains("RUNNING -> PENDING_SHUTDOWN");
            }

            assertThat(tables(clients)).isEqualTo(expected(events, config));
            assertThat(read(clients, Topics.REJECTED))
                    .extracting(r -> ((RejectedQuote) r).getReasons().toString())
                    .filteredOn(reasons -> reasons.contains("UNDECODABLE"))
                    .hasSize(2);
        }
    }

    /** What the process says it has taken; 0 while it does not answer. */
    private static double records(ServiceProcess service) {
        return service.get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("marketlake_stream_records_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private List<Raw> events() {
        List<Raw> events = new ArrayList<>(Soup.of(1));
        for (String symbol : SYMBOLS.subList(1, 4)) {
            events.addAll(Day.flat(symbol, "2019-02-14 09:30", 390, 50, 100));
            events.addAll(Day.flat(symbol, "2019-02-15 09:30", 200, 51, 100));
        }
        java.util.Collections.shuffle(events, new java.util.Random(1));
        return events;
    }

    private Path config() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.copy(Path.of("../config/topics.yml"), config.resolve("topics.yml"));
        Files.copy(Path.of("../config/alerts.yml"), config.resolve("alerts.yml"));
        Files.writeString(config.resolve("symbols.yml"), "symbols: " + SYMBOLS + "\n");
        return config;
    }

    private static Tables expected(List<Raw> events, Path config) {
        AlertRules rules = AlertsFile.read(config.resolve("alerts.yml"), Watchlist.of(SYMBOLS.toArray(String[]::new)));
        try (MarketDriver market = new MarketDriver(
                Settings.defaults(), rules, Instant.parse("2019-03-02T00:00:00Z"), SYMBOLS.toArray(String[]::new))) {
            market.pipe(events.toArray(Raw[]::new));
            market.pipe(Raw.minute("SPY", "2019-02-15 13:00", 270, 5).observed("2019-02-17T00:00:00Z", "x", 0));
            return new Tables().add(market.flush());
        }
    }

    private static Tables tables(Map<String, Object> clients) {
        Tables tables = new Tables();
        List.of(Topics.BARS, Topics.INDICATORS, Topics.PERFORMANCE, Topics.ALERTS)
                .forEach(topic -> read(clients, topic).forEach(tables::add));
        return tables;
    }

    /** Whether all positions together reach {@code records}, and the columns sum to as many. */
    private static boolean drained(Map<String, Object> clients, long records) {
        Map<String, LedgerEntry> ledger = new HashMap<>();
        read(clients, Topics.LEDGER).forEach(row -> ledger.put(((LedgerEntry) row).getEntry(), (LedgerEntry) row));
        long positions = 0;
        long counted = 0;
        for (LedgerEntry entry : ledger.values()) {
            if (entry.getKind().equals("POSITION")) {
                positions += entry.getNextOffset() - entry.getFirstOffset();
            }
            counted += entry.getAccepted()
                    + entry.getRevised()
                    + entry.getDuplicate()
                    + entry.getSuperseded()
                    + entry.getRejected()
                    + entry.getBeyondDepth();
        }
        // The partitions of one transaction become visible one after the other: only the end has to balance.
        return positions == records && counted == records;
    }

    private static void produce(Map<String, Object> clients, List<Raw> events) {
        Serializer<dev.marketlake.events.RawQuote> values =
                Topics.RAW.valueSerde(clients).serializer();
        try (var producer = new KafkaProducer<>(clients, new StringSerializer(), values)) {
            events.forEach(
                    event -> producer.send(new ProducerRecord<>(Topics.RAW.name(), event.symbol(), event.quote())));
        }
    }

    private static void poison(Map<String, Object> clients) {
        try (var producer = new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW.name(), null, "poison".getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(Topics.RAW.name(), null, new byte[] {0, 0, 120, 7, 7, 1, 2, 3}));
        }
    }

    private static <V extends SpecificRecord> List<SpecificRecord> read(Map<String, Object> clients, Topic<V> topic) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put("isolation.level", "read_committed");
        config.put("auto.offset.reset", "earliest");
        Deserializer<V> values = topic.valueSerde(clients).deserializer();
        List<SpecificRecord> rows = new ArrayList<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(topic.name()).size())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, V> row : consumer.poll(Duration.ofMillis(200))) {
                    rows.add(row.value());
                }
            }
        }
        return rows;
    }
}
