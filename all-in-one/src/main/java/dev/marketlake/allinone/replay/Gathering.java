package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.LiveTable.Column;
import dev.marketlake.stream.observation.Observation;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * The input of a job: the raw records of its dates in files of its own, and then one by one in the order of their events. All records of a
 * bar thus follow each other, in the order in which they were observed.
 */
final class Gathering {
    private static final String ORDER =
            "event_time, observed_at, request_id, sequence, topic_id, raw_partition, raw_offset";
    private static final String TABLE = "job.raw";
    /** An exchange's date may begin before the UTC date of that name, and clocks may differ. */
    private static final Duration SLACK = Duration.ofDays(1);

    private static final long EVERY = 5_000;

    private static final Schema ROW = SchemaBuilder.record("JobRaw")
            .fields()
            .requiredLong("event_time")
            .requiredLong("observed_at")
            .requiredString("request_id")
            .requiredInt("sequence")
            .requiredString("topic_id")
            .requiredInt("raw_partition")
            .requiredLong("raw_offset")
            .requiredLong("kafka_time")
            .optionalBytes("key")
            .optionalBytes("value")
            .endRecord();

    private static final List<Column> COLUMNS = List.of(
            new Column("event_time", "BIGINT"),
            new Column("observed_at", "BIGINT"),
            new Column("request_id", "VARCHAR"),
            new Column("sequence", "INTEGER"),
            new Column("topic_id", "VARCHAR"),
            new Column("raw_partition", "INTEGER"),
            new Column("raw_offset", "BIGINT"),
            new Column("kafka_time", "BIGINT"),
            new Column("key", "BLOB"),
            new Column("value", "BLOB"));

    private final Function<RawRow, Optional<Observation>> events;
    private final JobDates dates;
    private final long knownBy;
    private final Path folder;

    /**
     * @param events the event of a raw record; empty where it has none
     * @param knownBy what was observed later is left out, whatever it is about; microseconds since the epoch, UTC
     */
    Gathering(Function<RawRow, Optional<Observation>> events, JobDates dates, long knownBy, Path folder) {
        this.events = events;
        this.dates = dates;
        this.knownBy = knownBy;
        this.folder = folder;
    }

    /** Writes the files anew. @param seen told now and then how many records were looked at @return how many are needed */
    long gather(RawRows rows, Collection<String> symbols, LongConsumer seen) {
        try (var files = new ScratchRows(folder, ROW)) {
            var looked = new long[1];
            rows.each(symbols, dates.earliest().minus(SLACK), row -> {
                if (++looked[0] % EVERY == 0) {
                    seen.accept(looked[0]);
                }
                events.apply(row).filter(this::need).ifPresent(event -> files.add(record(row, event)));
            });
            return files.rows();
        }
    }

    private boolean need(Observation event) {
        return event.place().observedAt() <= knownBy && dates.need(event);
    }

    private static GenericData.Record record(RawRow row, Observation event) {
        var record = new GenericData.Record(ROW);
        record.put("event_time", JobDates.eventTime(event));
        record.put("observed_at", event.place().observedAt());
        record.put("request_id", event.place().requestId());
        record.put("sequence", event.place().sequence());
        record.put("topic_id", row.position().getTopicId());
        record.put("raw_partition", row.position().getPartition());
        record.put("raw_offset", row.position().getOffset());
        record.put("kafka_time", row.timestamp());
        record.put("key", wrapped(row.key()));
        record.put("value", wrapped(row.value()));
        return record;
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    /** Hands over the records of the files in order, without the first {@code skipped}. @param spill for the sorting */
    static void inOrder(Path folder, Path spill, long skipped, Consumer<RawRow> taker) {
        try (var session = LakeSession.open(spill)) {
            session.lay(new LiveTable(TABLE, COLUMNS, List.of(), JobFolder.files(folder)));
            session.each(
                    "SELECT key, value, kafka_time, topic_id, raw_partition, raw_offset FROM " + TABLE + " ORDER BY "
                            + ORDER + " OFFSET " + skipped,
                    values -> taker.accept(BronzeRows.row(values)));
        }
    }
}
