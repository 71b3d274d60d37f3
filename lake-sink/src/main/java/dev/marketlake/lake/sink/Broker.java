package dev.marketlake.lake.sink;

import dev.marketlake.reach.BrokerReach;
import dev.marketlake.reach.Reach;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Questions to the broker beside the tables' own consumers. Safe for any thread. */
public final class Broker implements AutoCloseable {
    private static final int SECONDS = 10;

    private final BrokerReach reach;

    /** @param reach closed with this */
    public Broker(BrokerReach reach) {
        this.reach = reach;
    }

    /** Kafka's id of a topic. @throws KafkaException where the broker does not answer or has no such topic */
    String topicId(String topic) {
        TopicDescription found = answer(
                        admin().describeTopics(List.of(topic)).allTopicNames(), "what topic " + topic + " is")
                .get(topic);
        if (found == null) {
            throw new KafkaException("the broker at " + reach.servers() + " does not know topic " + topic);
        }
        return found.topicId().toString();
    }

    /** Whether it answers now. @throws InvalidConfig where its address is no address */
    Reach look() {
        return reach.look();
    }

    /** Creates what topics are missing. @throws InvalidConfig where one has other partitions @throws KafkaException where it does not answer */
    void ensureTopics(TopicSettings topics) {
        TopicCreation.ensure(admin(), topics);
    }

    /**
     * Where each partition of these topics ends for a reader of committed records, right now.
     *
     * @throws KafkaException where the broker does not answer
     */
    Map<TopicPartition, Long> ends(Set<String> topics) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        answer(admin().describeTopics(topics).allTopicNames(), "which partitions its topics have")
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(partition -> wanted.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> found = answer(
                admin().listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all(),
                "where its topics end");
        Map<TopicPartition, Long> ends = new HashMap<>();
        found.forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Admin admin() {
        return reach.admin();
    }

    private <T> T answer(KafkaFuture<T> question, String about) {
        try {
            return question.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "the broker at " + reach.servers() + " does not say " + about + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker at " + reach.servers() + " does not say " + about, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }

    @Override
    public void close() {
        reach.close();
    }
}
