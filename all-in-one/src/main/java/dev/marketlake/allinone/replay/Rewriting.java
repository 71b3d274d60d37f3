package dev.marketlake.allinone.replay;

import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Puts what differs on the live topics, from where the sink takes it: rows as the job made them, and withdrawals of rows it does not yield. A
 * trade date of a symbol is one transaction, so a replay that is killed leaves whole days behind, and the next one does the rest.
 */
final class Rewriting {
    private final JobClients clients;
    private final String producerId;
    private final Withdrawals withdrawals;

    Rewriting(JobClients clients, JobTopics topics, Withdrawals withdrawals) {
        this.clients = clients;
        this.producerId = topics.application() + "-output";
        this.withdrawals = withdrawals;
    }

    /** What went out. */
    record Written(long rows, long withdrawn, int days) {}

    /** Writes these days. */
    Written write(Comparison comparison, List<Comparison.Day> days, Progress progress) {
        if (days.isEmpty()) {
            return new Written(0, 0, 0);
        }
        try (var producer = clients.producer(producerId)) {
            producer.initTransactions();
            var out = new Out(producer);
            for (int i = 0; i < days.size(); i++) {
                progress.stands("writing", i / (double) days.size());
                out.day = days.get(i);
                producer.beginTransaction();
                comparison.changes(out.day, out);
                producer.commitTransaction();
            }
            return new Written(out.rows, out.withdrawn, days.size());
        } catch (KafkaException failure) {
            throw new ReplayFailure("the replayed rows cannot be published: " + failure.getMessage(), failure);
        }
    }

    private final class Out implements Comparison.ChangeTaker {
        private final KafkaProducer<byte[], byte[]> producer;
        private final Map<Topic<?>, Serializer<? extends SpecificRecord>> serializers = new HashMap<>();
        private Comparison.Day day = new Comparison.Day("", LocalDate.EPOCH);
        private long rows;
        private long withdrawn;

        private Out(KafkaProducer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        @Override
        public void replaced(ComparedTable table, byte[] value) {
            rows++;
            send(table.topic(), value);
        }

        @Override
        public void withdrawn(ComparedTable table, LakeRow row) {
            withdrawn++;
            send(table.topic(), bytes(table.topic(), withdrawals.of(table.topic(), row)));
        }

        private void send(Topic<?> topic, byte[] value) {
            producer.send(new ProducerRecord<>(topic.name(), day.symbol().getBytes(StandardCharsets.UTF_8), value));
        }

        @SuppressWarnings("unchecked") // A record made for a topic is one of its values.
        private byte[] bytes(Topic<?> topic, SpecificRecord value) {
            var serializer = (Serializer<SpecificRecord>) serializers.computeIfAbsent(
                    topic, t -> t.valueSerde(clients.registry()).serializer());
            return serializer.serialize(topic.name(), value);
        }
    }
}
