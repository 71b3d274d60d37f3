package dev.marketlake.lake.sink;

import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.table.Arrival;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.TableRows.Learned;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes polled records into a batch, up to the first that cannot go in. For one thread. */
final class Intake {
    private final Decoder decoder;
    private final Gate gate;
    private final InstantSource clock;
    private final Set<Schema> known = new HashSet<>();
    /** Of the record before: most have the very same, and comparing two that are merely equal goes through every field. */
    private @Nullable Schema last;

    Intake(Decoder decoder, Gate gate, InstantSource clock) {
        this.decoder = decoder;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Takes everything, in offset order per partition, or everything before the first obstacle.
     *
     * @throws org.apache.kafka.common.KafkaException where the registry does not answer or refuses; what came before is taken
     */
    Optional<AfterFlush> take(ConsumerRecords<byte[], byte[]> polled, TableRows rows, Batch batch) {
        Instant now = clock.instant();
        for (TopicPartition partition : polled.partitions()) {
            Optional<SourceId> source = batch.source(partition);
            if (source.isEmpty()) {
                continue;
            }
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                Optional<AfterFlush> obstacle = take(source.get(), record, rows, batch, now);
                if (obstacle.isPresent()) {
                    return obstacle;
                }
                batch.move(partition, record.offset() + 1, now);
            }
        }
        return Optional.empty();
    }

    private Optional<AfterFlush> take(
            SourceId source, ConsumerRecord<byte[], byte[]> record, TableRows rows, Batch batch, Instant now) {
        Arrival arrival = decoder.decode(source.topicId(), record);
        try {
            Optional<AfterFlush> news = learn(source, record, arrival, rows);
            if (news.isPresent()) {
                return news;
            }
            RowChange change = admitted(rows.change(arrival), rows);
            if (change instanceof RowChange.Poison poison) {
                return Optional.of(new AfterFlush.Halt(Halts.poison(source, record, poison.reason())));
            }
            batch.take(change, Math.max(0, record.serializedValueSize()), now);
            return Optional.empty();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException | AvroRuntimeException e) {
            return Optional.of(
                    new AfterFlush.Halt(Halts.poison(source, record, "it does not fit the table's columns: " + e)));
        }
    }

    /** A row that has to stay out leaves none of its key behind: what was there before it does not stand any more. */
    private RowChange admitted(RowChange change, TableRows rows) {
        return change instanceof RowChange.Kept kept
                        && gate.setsAside(rows.table().name(), kept.partition(), kept.row())
                ? new RowChange.Withdrawn(kept.partition(), kept.key())
                : change;
    }

    private Optional<AfterFlush> learn(
            SourceId source, ConsumerRecord<byte[], byte[]> record, Arrival arrival, TableRows rows) {
        if (arrival.value() == null || isKnown(arrival.value().getSchema())) {
            return Optional.empty();
        }
        Schema written = arrival.value().getSchema();
        return switch (rows.learn(written)) {
            case Learned.Nothing nothing -> {
                known.add(written);
                yield Optional.empty();
            }
            case Learned.MoreColumns more -> Optional.of(new AfterFlush.Widen(more.rows()));
            case Learned.Impossible impossible ->
                Optional.of(new AfterFlush.Halt(Halts.incompatible(source, record, impossible.reason())));
        };
    }

    private boolean isKnown(Schema written) {
        if (written == last) {
            return true;
        }
        boolean found = known.contains(written);
        last = found ? written : last;
        return found;
    }
}
