package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What can happen to records in Kafka. */
record LosingTopics(SinkGround ground) {

    /** Deletes topics and makes them again: they have other ids then, and nothing in them. */
    void makeAnew(List<String> topics) {
        try (var admin = admin()) {
            done(admin.deleteTopics(topics).all());
            // A topic is still there for a moment after it was deleted.
            while (done(admin.listTopics().names()).stream().anyMatch(topics::contains)) {
                Thread.onSpinWait();
            }
            TopicCreation.ensure(admin, TopicSettings.read(ground.config().resolve("topics.yml")));
        } catch (KafkaException failure) {
            throw new ProofFailed("the topics cannot be made anew: " + failure.getMessage(), failure);
        }
    }

    /** Deletes what a partition holds before an offset, as retention does. */
    void expire(TopicPartition partition, long before) {
        try (var admin = admin()) {
            done(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", ground.broker().bootstrapServers()));
    }

    private static <T> T done(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failure) {
            throw new ProofFailed("the broker did not do it: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }
}
