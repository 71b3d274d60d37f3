package dev.marketlake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Backing.Provider.class)
class TopicCreationTest {
    private static final Path SHIPPED = Path.of("../config/topics.yml");

    @TempDir
    Path folder;

    private Admin admin;

    @BeforeEach
    void no_topics(Backing backing) throws Exception {
        admin = Admin.create(backing.adminConfig());
        for (var deleted : admin.deleteTopics(
                        Topics.all().stream().map(Topic::name).toList())
                .topicNameValues()
                .values()) {
            deleted.toCompletionStage()
                    .exceptionally(notThere -> null)
                    .toCompletableFuture()
                    .get();
        }
        // The broker hears of changes in order: when it shows the last, it has forgotten what was deleted before.
        String last = "last-" + UUID.randomUUID();
        admin.createTopics(List.of(new NewTopic(last, 1, (short) 1))).all().get();
        awaitThat(() -> admin.listTopics().names().get().contains(last));
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void all_topics_come_to_be_as_the_shipped_file_says() throws Exception {
        TopicSettings settings = TopicSettings.read(SHIPPED);
        Map<String, String> ids = ensureAndSee(settings);
        for (var topic : Topics.all()) {
            TopicDescription found = describe(topic.name());
            assertThat(found.partitions()).hasSize(settings.partitions(topic));
            assertThat(ids).containsEntry(topic.name(), found.topicId().toString());
        }
        assertThat(setting("market.raw", "retention.ms")).isEqualTo("604800000");
        assertThat(setting("market.raw", "message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(setting("market.rejected", "max.message.bytes")).isEqualTo("4194304");
        assertThat(setting("market.ledger", "cleanup.policy")).isEqualTo("compact");
    }

    @Test
    void doing_it_twice_changes_nothing() throws Exception {
        TopicSettings settings = TopicSettings.read(SHIPPED);
        assertThat(TopicCreation.ensure(admin, settings)).isEqualTo(ensureAndSee(settings));
    }

    @Test
    void services_that_start_together_agree_on_the_topics() throws Exception {
        TopicSettings settings = TopicSettings.read(SHIPPED);
        Callable<Map<String, String>> service = () -> TopicCreation.ensure(admin, settings);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var ids = threads.invokeAll(List.of(service, service, service));
            assertThat(ids.get(0).get())
                    .isEqualTo(ids.get(1).get())
                    .isEqualTo(ids.get(2).get());
        }
    }

    @Test
    void a_topic_that_is_missing_later_is_made_beside_the_others() throws Exception {
        TopicSettings settings = TopicSettings.read(SHIPPED);
        Map<String, String> before = ensureAndSee(settings);
        admin.deleteTopics(List.of("market.alerts")).all().get();
        Map<String, String> after = TopicCreation.ensure(admin, settings);
        assertThat(after.get("market.alerts")).isNotEqualTo(before.get("market.alerts"));
        assertThat(after).containsEntry("market.raw", before.get("market.raw"));
    }

    @Test
    void other_partitions_than_configured_are_refused_with_the_remedy() throws IOException {
        TopicCreation.ensure(admin, TopicSettings.read(SHIPPED));
        TopicSettings more = changed("partitions: 4", "partitions: 5");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> TopicCreation.ensure(admin, more))
                .withMessageContaining("has 4 partitions, config/topics.yml says 5")
                .withMessageContaining("set the number in the file to the existing one");
    }

    @Test
    void a_changed_retention_reaches_topics_that_exist() throws Exception {
        Map<String, String> before = ensureAndSee(TopicSettings.read(SHIPPED));
        assertThat(TopicCreation.ensure(admin, changed("retention: P30D", "retention: P60D")))
                .isEqualTo(before);
        awaitThat(() -> setting("market.alerts", "retention.ms").equals("5184000000"));
        assertThat(setting("market.raw", "retention.ms")).isEqualTo("604800000");
    }

    @Test
    void more_replicas_than_brokers_are_refused_by_the_setting() throws IOException {
        TopicSettings replicated = changed("replication: 1", "replication: 3");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> TopicCreation.ensure(admin, replicated))
                .withMessageContaining("replication")
                .withMessageContaining("correct config/topics.yml");
    }

    @Test
    void a_broker_that_does_not_answer_is_no_fault_of_the_configuration() {
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400);
        try (Admin lost = Admin.create(nowhere)) {
            assertThatExceptionOfType(KafkaException.class)
                    .isThrownBy(() -> TopicCreation.ensure(lost, TopicSettings.read(SHIPPED)))
                    .isNotInstanceOf(InvalidConfig.class)
                    .withMessageContaining("the broker did not give topic market.");
        }
    }

    /** Creates the topics and waits until the broker shows what the controller made. */
    private Map<String, String> ensureAndSee(TopicSettings settings) throws Exception {
        Map<String, String> ids = TopicCreation.ensure(admin, settings);
        awaitThat(() -> admin.listTopics().listings().get().stream()
                .filter(topic -> ids.containsKey(topic.name()))
                .collect(Collectors.toMap(
                        TopicListing::name, topic -> topic.topicId().toString()))
                .equals(ids));
        return ids;
    }

    private static void awaitThat(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("the broker takes too long").isLessThan(deadline);
        }
    }

    private TopicSettings changed(String from, String to) throws IOException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(from);
        return TopicSettings.read(Files.writeString(folder.resolve("topics.yml"), shipped.replace(from, to)));
    }

    private TopicDescription describe(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
    }

    private String setting(String topic, String key) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        return config.get(key).value();
    }
}
