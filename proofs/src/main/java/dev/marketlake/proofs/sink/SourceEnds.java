package dev.marketlake.proofs.sink;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.proofs.claim.ProofFailed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the partitions of a table's topic end.
 *
 * @param ends by the name a partition has in the table's log: topic id and number
 */
record SourceEnds(LakeTable table, Map<String, Long> ends) {
    /** Asks the broker. */
    static SourceEnds of(SinkGround ground, LakeTable table) {
        var topic = table.topic().name();
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", ground.broker().bootstrapServers()))) {
            var described = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            described
                    .partitions()
                    .forEach(one -> asked.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
            var ends = new HashMap<String, Long>();
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((partition, end) ->
                            ends.put(described.topicId() + "-" + partition.partition(), end.offset()));
            return new SourceEnds(table, Map.copyOf(ends));
        } catch (ExecutionException failure) {
            throw new ProofFailed("the broker does not say where " + topic + " ends", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }

    /** Whether the table's log has come so far. */
    boolean areIn(DeltaLake lake) {
        try {
            var state = lake.read(table.folder());
            if (state.isEmpty()) {
                return false;
            }
            for (var end : ends.entrySet()) {
                if (state.get().watermark(end.getKey()).orElse(0) < end.getValue()) {
                    return false;
                }
            }
            return true;
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }
}
