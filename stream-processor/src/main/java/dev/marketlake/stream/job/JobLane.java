package dev.marketlake.stream.job;

import dev.marketlake.events.Alert;
import dev.marketlake.events.RawPosition;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.stream.job.JobSettings.Job;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.topics.JobRecord;
import dev.marketlake.topics.Topic;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Records that a job published once more, sorted by event time, with their first position in a header; rows of the job's own dates, on its
 * own topics; the instant at which it began.
 */
public record JobLane(Job job) implements Lane {
    private static final String TRADE_DATE = "tradeDate";

    @Override
    public String name(Topic<?> topic) {
        return job.topics().of(topic);
    }

    @Override
    public boolean isAccountedFor() {
        return false;
    }

    @Override
    public boolean isFlushedByTimer() {
        return false;
    }

    @Override
    public Incoming incoming(Record<byte[], byte[]> message, RecordMetadata metadata) {
        if (JobRecord.isEnd(message.headers())) {
            return new Incoming.End();
        }
        JobRecord raw = JobRecord.of(message.headers())
                .orElseThrow(() -> new IllegalStateException(
                        metadata + " does not say which raw record it is: only the job itself may write to its topic"));
        RawPosition position = raw.position();
        Origin origin = new Origin(position.getTopicId(), position.getPartition(), position.getOffset());
        return new Incoming.Quote(new Arrival(message.key(), message.value(), raw.timestamp(), origin));
    }

    @Override
    public long clock(long system) {
        return job.clock().toEpochMilli();
    }

    @Override
    public Optional<Row> outgoing(Row row) {
        if (!covers(row.value())) {
            return Optional.empty();
        }
        if (row.value() instanceof Alert alert) {
            alert.setReplayed(true);
        }
        return Optional.of(row);
    }

    /** A row without a trade date, such as a rejection, always goes out. */
    private boolean covers(SpecificRecord row) {
        Schema.Field field = row.getSchema().getField(TRADE_DATE);
        return field == null || job.covers((LocalDate) row.get(field.pos()));
    }
}
