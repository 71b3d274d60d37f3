package dev.marketlake.lake.sink;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/** Asks the broker which topic stands behind a name right now. */
final class TopicIds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;

    TopicIds(Admin admin) {
        this.admin = admin;
    }

    /** Kafka's id of a topic. @throws KafkaException where the broker does not answer or has no such topic */
    String of(String topic) {
        try {
            TopicDescription found = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .get(topic);
            if (found == null) {
                throw new KafkaException("the broker does not say what topic " + topic + " is");
            }
            return found.topicId().toString();
        } catch (ExecutionException e) {
            throw new KafkaException("topic " + topic + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker does not say what topic " + topic + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking for topic " + topic, e);
        }
    }
}
