package dev.marketlake.allinone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.audit.Evidence.Answer;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real broker knows of offsets, with transactions on the topic. */
class BrokerEvidenceTest {
    private static final String TOPIC = "raw";

    @TempDir
    Path folder = Path.of("");

    @Test
    void marks_and_what_was_aborted_hold_no_record() throws Exception {
        try (var broker = Broker.start(BrokerSettings.in(folder));
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            var source = new Source(id(broker), 0);
            try (var producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(record());
                producer.send(record());
                producer.commitTransaction(); // 0, 1, mark 2
                producer.beginTransaction();
                producer.send(record()).get();
                producer.abortTransaction(); // 3, mark 4
                producer.beginTransaction();
                producer.send(record());
                producer.commitTransaction(); // 5, mark 6
            }
            try (var evidence = BrokerEvidence.of(broker.bootstrapServers(), TOPIC)) {
                assertThat(evidence.about(source, 0, 2)).isEqualTo(Answer.RECORDS);
                assertThat(evidence.about(source, 2, 3)).isEqualTo(Answer.NOTHING);
                assertThat(evidence.about(source, 2, 5)).isEqualTo(Answer.NOTHING);
                assertThat(evidence.about(source, 2, 6)).isEqualTo(Answer.RECORDS);
                assertThat(evidence.about(source, 6, 7)).isEqualTo(Answer.NOTHING);
                assertThat(evidence.about(source, 6, 8)).as("beyond the end").isEqualTo(Answer.UNKNOWN);
                assertThat(evidence.about(new Source("another", 0), 0, 2)).isEqualTo(Answer.UNKNOWN);

                admin.deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(2)))
                        .all()
                        .get();
                assertThat(evidence.about(source, 0, 2)).isEqualTo(Answer.EXPIRED);
                assertThat(evidence.about(source, 0, 3)).isEqualTo(Answer.EXPIRED);
                assertThat(evidence.about(source, 0, 6)).isEqualTo(Answer.RECORDS);
            }
        }
    }

    private static String id(Broker broker) {
        try (var offsets = new TopicOffsets(broker.bootstrapServers())) {
            return offsets.topicId(TOPIC);
        }
    }

    private static ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(TOPIC, new byte[] {1});
    }

    private static KafkaProducer<byte[], byte[]> producer(Broker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
