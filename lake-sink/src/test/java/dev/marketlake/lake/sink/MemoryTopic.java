package dev.marketlake.lake.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic in memory that can be read any number of times, from anywhere, by Kafka's own mock consumer. */
public final class MemoryTopic {
    private final String name;
    private int partitions;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final Map<TopicPartition, Long> beginnings = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    String id = "topicIdtopicIdtopicId0";

    public MemoryTopic(String name, int partitions) {
        this.name = name;
        grow(partitions);
    }

    /** Has so many partitions from now on. */
    synchronized void grow(int to) {
        partitions = to;
        for (TopicPartition partition : all()) {
            records.putIfAbsent(partition, new ArrayList<>());
            beginnings.putIfAbsent(partition, 0L);
            ends.putIfAbsent(partition, 0L);
        }
    }

    private List<TopicPartition> all() {
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(name, i));
        }
        return all;
    }

    /** Appends a record. @return its offset */
    public synchronized long append(int partition, byte[] value) {
        TopicPartition at = new TopicPartition(name, partition);
        long offset = ends.merge(at, 1L, Long::sum) - 1;
        records.getOrDefault(at, List.of())
                .add(dev.marketlake.lake.table.Examples.record(name, partition, offset, value));
        return offset;
    }

    /** An offset without a record, as the marks of transactions leave them. */
    synchronized void skip(int partition) {
        ends.merge(new TopicPartition(name, partition), 1L, Long::sum);
    }

    /** What retention does: everything before {@code offset} is gone. */
    synchronized void trim(int partition, long offset) {
        TopicPartition at = new TopicPartition(name, partition);
        beginnings.put(at, offset);
        records.getOrDefault(at, List.of()).removeIf(record -> record.offset() < offset);
    }

    /** Deletes everything and begins anew under another id. */
    synchronized void recreate(String newId) {
        id = newId;
        for (TopicPartition partition : all()) {
            records.getOrDefault(partition, List.of()).clear();
            beginnings.put(partition, 0L);
            ends.put(partition, 0L);
        }
    }

    public synchronized long end(int partition) {
        return ends.getOrDefault(new TopicPartition(name, partition), 0L);
    }

    /** Where each partition ends, by its name in the log of a table. */
    public synchronized Map<String, Long> ends() {
        Map<String, Long> named = new HashMap<>();
        ends.forEach((partition, end) -> named.put(new SourceId(partition, id).inLog(), end));
        return named;
    }

    /** A consumer that gets all partitions on its first poll, and at most {@code most} records a poll. */
    Reader reader(int most) {
        return new Reader(most, all());
    }

    /** The same, of these partitions alone. */
    Reader reader(int most, Set<Integer> of) {
        return new Reader(
                most, all().stream().filter(at -> of.contains(at.partition())).toList());
    }

    /** Kafka's mock consumer, reading this topic. */
    final class Reader extends MockConsumer<byte[], byte[]> {
        private final int most;
        private final List<TopicPartition> mine;
        private boolean assigned;

        Reader(int most, List<TopicPartition> mine) {
            super("none");
            this.most = most;
            this.mine = mine;
        }

        @Override
        public synchronized void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            super.subscribe(topics, listener);
        }

        /** As if the group had given all partitions to somebody else. */
        synchronized void lose() {
            rebalance(List.of());
        }

        /** As if the group had given them back. */
        synchronized void regain() {
            rebalance(mine);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            synchronized (MemoryTopic.this) {
                return polled(timeout);
            }
        }

        private ConsumerRecords<byte[], byte[]> polled(Duration timeout) {
            updateBeginningOffsets(Map.copyOf(beginnings));
            updateEndOffsets(Map.copyOf(ends));
            updatePartitions(
                    name,
                    all().stream()
                            .map(at -> new PartitionInfo(name, at.partition(), Node.noNode(), new Node[0], new Node[0]))
                            .toList());
            if (!assigned) {
                assigned = true;
                rebalance(mine);
                return ConsumerRecords.empty();
            }
            for (TopicPartition partition : assignment()) {
                if (!paused().contains(partition)) {
                    long from = position(partition);
                    records.getOrDefault(partition, List.of()).stream()
                            .filter(record -> record.offset() >= from)
                            .limit(most)
                            .forEach(this::addRecord);
                }
            }
            ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
            assignment().forEach(this::stepOverMarks);
            return polled;
        }

        /** As the real one: its position never stays before an offset that holds no record. */
        private void stepOverMarks(TopicPartition partition) {
            if (!paused().contains(partition)) {
                long at = position(partition);
                long end = ends.getOrDefault(partition, 0L);
                if (at < end
                        && records.getOrDefault(partition, List.of()).stream().noneMatch(r -> r.offset() >= at)) {
                    seek(partition, end);
                }
            }
        }
    }
}
