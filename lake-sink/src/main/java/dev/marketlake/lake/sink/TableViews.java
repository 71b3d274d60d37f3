package dev.marketlake.lake.sink;

import dev.marketlake.lake.sink.TableStatus.PartitionStatus;
import dev.marketlake.lake.sink.TableView.PartitionView;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Puts together what the tables say about themselves and what the broker says about their topics. Safe for any thread. */
public final class TableViews {
    private final LakeSink sink;
    private final Broker broker;
    private final String bucket;

    public TableViews(LakeSink sink, Broker broker, String bucket) {
        this.sink = sink;
        this.broker = broker;
        this.bucket = bucket;
    }

    /** Every table, Bronze first. The ends are asked for before the positions are looked at: a position at its end has read everything. */
    public List<TableView> all() {
        Map<TopicPartition, Long> ends = ends();
        return sink.statuses().stream().map(status -> view(status, ends)).toList();
    }

    private Map<TopicPartition, Long> ends() {
        try {
            return broker.ends(
                    Tables.all().stream().map(table -> table.topic().name()).collect(Collectors.toSet()));
        } catch (KafkaException e) {
            return Map.of();
        }
    }

    private TableView view(TableStatus status, Map<TopicPartition, Long> ends) {
        LakeTable table = Tables.of(status.table()).orElseThrow();
        return new TableView(
                table.name(),
                "s3://" + bucket + "/" + table.folder(),
                status.version(),
                status.files(),
                status.rows(),
                switch (status.state()) {
                    case SinkState.Running running -> "RUNNING";
                    case SinkState.Waiting waiting -> "WAITING";
                    case SinkState.Held held -> "HELD";
                    case SinkState.Halted halted -> "HALTED";
                },
                switch (status.state()) {
                    case SinkState.Running running -> null;
                    case SinkState.Waiting waiting -> waiting.reason();
                    case SinkState.Held held -> held.reason();
                    case SinkState.Halted halted -> halted.reason();
                },
                status.pendingRows(),
                status.lastCommitAt().map(Instant::toString).orElse(null),
                partitions(table.topic().name(), status, ends));
    }

    private static List<PartitionView> partitions(String topic, TableStatus status, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, PartitionView> views = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (partition.topic().equals(topic)) {
                views.put(partition, new PartitionView(topic, null, partition.partition(), -1, -1, end));
            }
        });
        for (PartitionStatus read : status.partitions()) {
            TopicPartition partition = read.source().partition();
            views.put(
                    partition,
                    new PartitionView(
                            topic,
                            read.source().topicId(),
                            partition.partition(),
                            read.committed(),
                            read.position(),
                            ends.get(partition)));
        }
        List<PartitionView> sorted = new ArrayList<>(views.values());
        sorted.sort(Comparator.comparingInt(PartitionView::partition));
        return sorted;
    }
}
