package dev.marketlake.lake.sink;

import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.serde.KafkaAvroSerializer;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and registry, one of each for all tests of this JVM. */
public final class Kafka {
    private static final Path DIR = dir();
    private static final dev.marketlake.backing.Broker BROKER =
            dev.marketlake.backing.Broker.start(BrokerSettings.in(DIR.resolve("broker")));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.start(SchemaRegistrySettings.in(DIR.resolve("registry")));

    private Kafka() {}

    private static Path dir() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String bootstrapServers() {
        return BROKER.bootstrapServers();
    }

    public static String registryUrl() {
        return REGISTRY.url();
    }

    /** The suite's own config folder. */
    public static Path config() {
        return Path.of("..", "config").toAbsolutePath().normalize();
    }

    public static TopicSettings topicSettings() {
        return TopicSettings.read(config().resolve("topics.yml"));
    }

    public static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** The broker as the sink knows it. */
    static BrokerReach reach() {
        return new BrokerReach(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** Deletes every topic and makes them anew, so that each test starts on topics with ids of their own. */
    public static Map<String, String> freshTopics() {
        try (Admin admin = admin()) {
            List<String> there = List.copyOf(admin.listTopics().names().get());
            List<String> ours = Topics.all().stream()
                    .map(topic -> topic.name())
                    .filter(there::contains)
                    .toList();
            admin.deleteTopics(ours).all().get();
            return createWhenGone(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> createWhenGone(Admin admin) throws ExecutionException, InterruptedException {
        while (admin.listTopics().names().get().contains(Topics.RAW.name())) {
            Thread.onSpinWait();
        }
        return TopicCreation.ensure(admin, topicSettings());
    }

    /** Writes Avro values as every service does. */
    public static <V extends GenericContainer> KafkaProducer<String, V> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "schema.registry.url",
                registryUrl(),
                "linger.ms",
                5,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class));
        settings.putAll(more);
        return new KafkaProducer<>(settings);
    }

    public static Map<String, Object> consumerSettings() {
        return Map.of("bootstrap.servers", bootstrapServers(), "schema.registry.url", registryUrl());
    }
}
