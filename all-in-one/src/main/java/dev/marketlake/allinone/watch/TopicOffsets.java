package dev.marketlake.allinone.watch;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where topics begin and end, and how far groups have come. Every question is answered within 10 s or fails. */
public final class TopicOffsets implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;

    public TopicOffsets(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
    }

    /** The oldest offsets there are. @throws BrokerSilent if the broker does not answer, or a topic is not there */
    public Map<TopicPartition, Long> begins(Collection<String> topics) {
        return offsets(topics, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** The offsets after the last record, transactions still open included. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        return offsets(topics, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** The offsets up to which a read-committed consumer can read. */
    public Map<TopicPartition, Long> committedEnds(Collection<String> topics) {
        return offsets(topics, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /** The offsets a group has committed; partitions it has committed nothing for are absent. */
    public Map<TopicPartition, Long> committedBy(String group) {
        var found = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return found.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** How many brokers answer. */
    public int brokers() {
        return answer(admin.describeCluster().nodes()).size();
    }

    /** Kafka's id of a topic. */
    public String topicId(String topic) {
        var found = answer(admin.describeTopics(java.util.List.of(topic)).allTopicNames());
        var description = found.get(topic);
        if (description == null) {
            throw new BrokerSilent("topic " + topic + " is not there");
        }
        return description.topicId().toString();
    }

    private Map<TopicPartition, Long> offsets(Collection<String> topics, OffsetSpec spec, IsolationLevel isolation) {
        var partitions = answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> spec));
        var found = answer(
                admin.listOffsets(partitions, new ListOffsetsOptions(isolation)).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new BrokerSilent(String.valueOf(failure.getCause()), failure);
        } catch (TimeoutException failure) {
            throw new BrokerSilent("no answer within " + PATIENCE.toSeconds() + " s", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerSilent("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
