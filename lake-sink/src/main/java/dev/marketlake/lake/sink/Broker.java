package dev.marketlake.lake.sink;

import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Questions to the broker beside the tables' own consumers. Safe for any thread. */
public final class Broker implements AutoCloseable {
    private static final int SECONDS = 3;

    private final Admin admin;
    private final String bootstrapServers;

    /** @param admin closed with this */
    public Broker(Admin admin, String bootstrapServers) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
    }

    TopicIds topicIds() {
        return new TopicIds(admin);
    }

    /** Whether it answers now. */
    public Reach reach() {
        try {
            admin.describeCluster().clusterId().get(SECONDS, TimeUnit.SECONDS);
            return new Reach.Reached(bootstrapServers);
        } catch (ExecutionException | TimeoutException e) {
            return new Reach.Unreached("the broker does not answer at " + bootstrapServers
                    + ": start it, or correct KAFKA_BOOTSTRAP_SERVERS");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reach.Unreached("interrupted while asking the broker");
        }
    }

    /** Creates what topics are missing. @throws InvalidConfig where one has other partitions @throws KafkaException where it does not answer */
    void ensureTopics(TopicSettings topics) {
        TopicCreation.ensure(admin, topics);
    }

    /**
     * Where each partition of these topics ends for a reader of committed records, right now.
     *
     * @throws KafkaException where the broker does not answer
     */
    Map<TopicPartition, Long> ends(Set<String> topics) {
        try {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> wanted.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                            wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, Long> ends = new HashMap<>();
            found.forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker at " + bootstrapServers + " does not say where its topics end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(SECONDS));
    }
}
