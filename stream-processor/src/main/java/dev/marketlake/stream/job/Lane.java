package dev.marketlake.stream.job;

import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.topics.Topic;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where the records of a topology come from, where its rows go, and what time it is. Does not change. */
public sealed interface Lane permits LiveLane, JobLane {

    /** What a message of the source topic is. */
    sealed interface Incoming {
        /** One raw record. */
        record Quote(Arrival arrival) implements Incoming {}

        /** Nothing follows in this partition. */
        record End() implements Incoming {}
    }

    /** The broker's topic in the place of one of the suite. */
    String name(Topic<?> topic);

    /** Whether what becomes of each record is counted, in rows of the ledger. */
    boolean isAccountedFor();

    /** Whether what is stale goes out by a timer too, and not only at a new date and at the end. */
    boolean isFlushedByTimer();

    /** What a message is. */
    Incoming incoming(Record<byte[], byte[]> message, RecordMetadata metadata);

    /** @param system milliseconds since the epoch, UTC @return the same on the lane's own clock */
    long clock(long system);

    /** The row as it goes out; empty where it does not. */
    Optional<Row> outgoing(Row row);
}
