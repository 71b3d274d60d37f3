package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.lineage.Commit;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.write.PackedRow;
import dev.marketlake.lake.write.RowPacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What was read since the last commit: changes by table partition, in the order of their offsets, and how far each Kafka partition was
 * read. Rows wait packed. Not for several threads.
 */
final class Batch {
    private final Map<TopicPartition, Read> reads = new LinkedHashMap<>();
    private final Map<Partition, List<PackedRow>> added = new LinkedHashMap<>();
    private final Map<Partition, KeyChanges> upserts = new LinkedHashMap<>();
    private @Nullable RowPacker packer;
    private long records;
    private long changes;
    private long bytes;
    private @Nullable Instant firstChange;
    private @Nullable Instant firstMove;

    /** How far one Kafka partition was read: from the table's watermark up to {@code next}. */
    private record Read(SourceId source, OptionalLong base, long start, long next) {
        Read to(long offset) {
            return new Read(source, base, start, offset);
        }

        @Override
        public String toString() {
            return source.partition() + "@" + next;
        }

        boolean moved() {
            return next > start || (base.isPresent() && next > base.getAsLong());
        }
    }

    /** Takes a partition in: the log knows {@code base} of it, reading goes on at {@code start}. */
    void begin(SourceId source, OptionalLong base, long start) {
        reads.put(source.partition(), new Read(source, base, start, start));
    }

    /** Every Kafka partition of this batch. */
    List<SourceId> sources() {
        return reads.values().stream().map(Read::source).toList();
    }

    Optional<SourceId> source(TopicPartition partition) {
        return Optional.ofNullable(reads.get(partition)).map(Read::source);
    }

    /** Offset after the last record taken from a partition. */
    long next(TopicPartition partition) {
        Read read = reads.get(partition);
        if (read == null) {
            throw new IllegalStateException(partition + " is not assigned");
        }
        return read.next;
    }

    /** What it took of each source that moved, from the first offset it read on. */
    List<Commit.Range> ranges() {
        return reads.values().stream()
                .filter(read -> read.next > read.start)
                .map(read -> new Commit.Range(
                        read.source.topicId(), read.source.partition().partition(), read.start, read.next))
                .toList();
    }

    /** The watermark the log had of a partition when this batch began. */
    OptionalLong base(TopicPartition partition) {
        Read read = reads.get(partition);
        return read == null ? OptionalLong.empty() : read.base;
    }

    /** Moves on to {@code next}; also over offsets that hold no record, such as the marks of transactions. */
    void move(TopicPartition partition, long next, Instant now) {
        if (next > next(partition)) {
            reads.computeIfPresent(partition, (p, read) -> read.to(next));
            firstMove = firstMove == null ? now : firstMove;
        }
    }

    /**
     * Takes a change. {@code size} is the record's, in bytes.
     *
     * @throws org.apache.avro.AvroRuntimeException ClassCastException or NullPointerException where the row does not fit its own schema; it
     *     is not taken then
     */
    void take(RowChange change, int size, Instant now) {
        switch (change) {
            case RowChange.Added row -> {
                PackedRow packed = packed(row.row());
                added.computeIfAbsent(row.partition(), p -> new ArrayList<>()).add(packed);
            }
            case RowChange.Kept row -> {
                PackedRow packed = packed(row.row());
                changesOf(row.partition()).keep(packed);
            }
            case RowChange.Withdrawn row -> changesOf(row.partition()).withdraw(row.key());
            case RowChange.Ignored nothing -> {
                records++;
                return;
            }
            case RowChange.Poison poison ->
                throw new IllegalArgumentException("poison is no change: " + poison.reason());
        }
        records++;
        changes++;
        bytes += size;
        firstChange = firstChange == null ? now : firstChange;
    }

    private PackedRow packed(GenericRecord row) {
        if (packer == null) {
            packer = new RowPacker(row.getSchema());
        }
        if (packer.schema() != row.getSchema()) {
            throw new IllegalStateException("a batch cannot hold rows of two schemas: " + this);
        }
        return packer.pack(row);
    }

    private KeyChanges changesOf(Partition partition) {
        return upserts.computeIfAbsent(partition, p -> new KeyChanges());
    }

    /** Whether its rows, if there are any, are of this very schema. */
    boolean isOf(Schema schema) {
        return packer == null || packer.schema() == schema;
    }

    /** Rows to append, by partition. */
    Map<Partition, List<PackedRow>> added() {
        return added;
    }

    /** What becomes of keys, by partition. */
    Map<Partition, KeyChanges> upserts() {
        return upserts;
    }

    /** Table partitions that change. */
    int partitions() {
        return added.size() + upserts.size();
    }

    /** Records read, those that change nothing included. */
    long records() {
        return records;
    }

    /** Records that change the table. */
    long changes() {
        return changes;
    }

    /** Serialized size of those, in bytes. */
    long bytes() {
        return bytes;
    }

    /** When the first change came. */
    Optional<Instant> firstChange() {
        return Optional.ofNullable(firstChange);
    }

    /** When the positions first moved. */
    Optional<Instant> firstMove() {
        return Optional.ofNullable(firstMove);
    }

    /**
     * What a commit of this batch says about its sources; nothing where none moved. One that did not move is named too where the log does
     * not know it yet: a partition the log never named could lose records unseen.
     */
    List<Progress> progress() {
        if (reads.values().stream().noneMatch(Read::moved)) {
            return List.of();
        }
        return reads.values().stream()
                .filter(read -> read.moved() || read.base.isEmpty())
                .map(read -> new Progress(read.source.inLog(), read.base, read.next))
                .toList();
    }

    /** The batch that goes on where this one ends, once this one is in the log. */
    Batch following() {
        Batch batch = new Batch();
        reads.values().forEach(read -> batch.begin(read.source, OptionalLong.of(read.next), read.next));
        return batch;
    }

    @Override
    public String toString() {
        return reads.values().toString();
    }
}
