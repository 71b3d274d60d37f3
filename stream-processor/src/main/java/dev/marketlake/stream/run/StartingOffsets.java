package dev.marketlake.stream.run;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.StreamSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the group goes on in each partition of the raw topic. The topology itself never resets an offset: a partition new to the group
 * starts at its oldest record here, and one whose next records are gone stops the start.
 *
 * <pre>
 *   offset of the group                what follows
 *   ---------------------------------  ------------------------------------------------------------
 *   none                               it starts at the oldest record; what the ledger knows is passed over
 *   between oldest and end             nothing to do
 *   before the oldest                  refused with the lost range, or skipped where the settings say so
 *   beyond the end                     refused: the topic is not the one the group has read
 * </pre>
 */
final class StartingOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(StartingOffsets.class);
    private static final long PATIENCE_S = 10;

    private StartingOffsets() {}

    /**
     * @throws InvalidConfig where going on would pass over records
     * @throws KafkaException where the broker does not answer, or another member is just joining: trying again helps
     */
    static void settle(Admin admin, StreamSettings settings, String topic) {
        String group = settings.applicationId();
        Map<TopicPartition, Long> oldest = offsets(admin, topic, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(admin, topic, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        oldest.forEach((partition, first) -> {
            OffsetAndMetadata next = committed.get(partition);
            if (next == null) {
                starts.put(partition, new OffsetAndMetadata(first));
            } else if (next.offset() > ends.getOrDefault(partition, Long.MAX_VALUE)) {
                throw new InvalidConfig(
                        partition + " ends before offset " + next.offset() + ", where " + group
                                + " goes on: it is not the topic that was read. Start with another marketlake.stream.application-id");
            } else if (next.offset() < first) {
                lost(partition, next.offset(), first, settings);
                starts.put(partition, new OffsetAndMetadata(first));
            }
        });
        if (!starts.isEmpty()) {
            answer(admin.alterConsumerGroupOffsets(group, starts).all());
        }
    }

    private static void lost(TopicPartition partition, long next, long oldest, StreamSettings settings) {
        String range = partition + ": offsets " + next + " to " + (oldest - 1)
                + " were taken away by retention before they were read";
        if (!settings.skipLost()) {
            throw new InvalidConfig(
                    range + ". What the lake holds of them stands in bronze.raw_quotes. To go on without them set"
                            + " marketlake.stream.skip-lost (MARKETLAKE_STREAM_SKIPLOST) to true for one start; a longer retention in"
                            + " topics.yml keeps it from happening again");
        }
        LOG.warn("{}; skipped as marketlake.stream.skip-lost says", range);
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, String topic, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked =
                answer(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .collect(Collectors.toMap(info -> new TopicPartition(topic, info.partition()), info -> which));
        return answer(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> offset(found.getValue())));
    }

    private static long offset(ListOffsetsResultInfo found) {
        return found.offset();
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker does not say where its raw topic begins", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }
}
