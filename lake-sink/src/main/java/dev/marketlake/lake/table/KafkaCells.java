package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Columns that say where a record stood in Kafka, and, for Bronze, its bytes. Bookkeeping, not content. */
final class KafkaCells {
    private static final long MICROS_PER_MILLI = 1000;

    private KafkaCells() {}

    static List<Cell> position() {
        return List.of(
                new Cell(
                        new Column(
                                "kafka_topic_id",
                                RowType.text(),
                                "Kafka's id of the topic this row came from. Bookkeeping."),
                        Arrival::topicId),
                new Cell(
                        new Column(
                                "kafka_partition",
                                Schema.create(Schema.Type.INT),
                                "Partition this row came from. Bookkeeping."),
                        arrival -> arrival.record().partition()),
                new Cell(
                        new Column(
                                "kafka_offset",
                                Schema.create(Schema.Type.LONG),
                                "Offset this row came from. Bookkeeping."),
                        arrival -> arrival.record().offset()),
                new Cell(
                        new Column(
                                "kafka_timestamp",
                                RowType.instant(),
                                "Kafka's append time of the record, UTC. Bookkeeping."),
                        arrival -> arrival.record().timestamp() * MICROS_PER_MILLI));
    }

    static List<Cell> bytes() {
        return List.of(
                new Cell(
                        new Column(
                                "key",
                                Schema.create(Schema.Type.BYTES),
                                "Original key bytes; null where there were none."),
                        arrival -> wrapped(arrival.record().key())),
                new Cell(
                        new Column(
                                "value",
                                Schema.create(Schema.Type.BYTES),
                                "Original value bytes, untouched; null where there were none."),
                        arrival -> wrapped(arrival.record().value())),
                new Cell(
                        new Column(
                                "undecodable",
                                RowType.text(),
                                "Why the value could not be decoded; null where it was, as in every healthy row."),
                        Arrival::undecodable));
    }

    private static @Nullable Object wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
