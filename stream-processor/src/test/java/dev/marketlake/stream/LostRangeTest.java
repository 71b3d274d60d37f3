package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw records that retention takes away before they were read are never passed over in silence. */
class LostRangeTest {
    private static final TopicPartition RAW_0 = new TopicPartition(Topics.RAW.name(), 0);
    private static final Path CONFIG = Path.of("../config");

    @TempDir
    private Path folder;

    @Test
    void a_lost_range_stops_the_start_until_it_is_accepted_by_name() throws Exception {
        try (Broker broker = Broker.start(BrokerSettings.in(folder.resolve("broker")));
                SchemaRegistry registry = SchemaRegistry.start(SchemaRegistrySettings.in(folder.resolve("registry")))) {
            String[] settings = {
                "--marketlake.stream.config=" + CONFIG.toAbsolutePath(),
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--spring.kafka.properties.schema.registry.url=" + registry.url()
            };
            Map<String, Object> clients = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(clients)) {
                TopicCreation.ensure(admin, TopicSettings.read(CONFIG.resolve("topics.yml")));
                tenRecords(clients);
                admin.alterConsumerGroupOffsets("marketlake-stream", Map.of(RAW_0, new OffsetAndMetadata(2)))
                        .all()
                        .get();
                admin.deleteRecords(Map.of(RAW_0, RecordsToDelete.beforeOffset(7)))
                        .all()
                        .get();

                try (ServiceProcess refused = ServiceProcess.start(folder, settings)) {
                    assertThat(refused.exitCode()).isNotZero();
                    assertThat(refused.output())
                            .contains("market.raw-0: offsets 2 to 6 were taken away by retention")
                            .contains("marketlake.stream.skip-lost")
                            .doesNotContain("\tat ");
                }
                String[] accepting = java.util.Arrays.copyOf(settings, settings.length + 1);
                accepting[settings.length] = "--marketlake.stream.skip-lost=true";
                try (ServiceProcess accepted = ServiceProcess.start(folder, accepting)) {
                    await().atMost(Duration.ofMinutes(3)).until(() -> committed(admin) == 10);
                    assertThat(accepted.output()).contains("offsets 2 to 6", "skipped as marketlake.stream.skip-lost");
                }
            }
        }
    }

    private static long committed(Admin admin) throws Exception {
        OffsetAndMetadata next = admin.listConsumerGroupOffsets("marketlake-stream")
                .partitionsToOffsetAndMetadata()
                .get()
                .get(RAW_0);
        return next == null ? -1 : next.offset();
    }

    private static void tenRecords(Map<String, Object> clients) {
        try (var producer = new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 10; i++) {
                producer.send(new ProducerRecord<>(RAW_0.topic(), RAW_0.partition(), null, new byte[] {1}));
            }
        }
    }
}
