package dev.marketlake.lake.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a table says when it cannot go on: what happened, where, and what to do. */
final class Halts {
    private Halts() {}

    static String lost(SourceId source, StartingPoint.Lost lost) {
        return "Kafka no longer has offsets " + lost.from() + " to " + (lost.to() - 1) + " of " + source.partition()
                + ", which this table has not read. Remedy: rebuild the range from Bronze, or give it up: in config/lake.yml set skip-to: "
                + entry(source, lost.to()) + " for this table and restart the sink";
    }

    static String beyond(SourceId source, StartingPoint.Beyond beyond) {
        return "this table has read " + source.partition() + " up to offset " + beyond.watermark()
                + " but Kafka ends at "
                + beyond.end()
                + ": the topic was cut back. Remedy: recreate the topic (it gets a new id and is read from its beginning)"
                + " or restore it, then restart the sink";
    }

    static String poison(SourceId source, ConsumerRecord<byte[], byte[]> record, String reason) {
        return "record " + source.partition() + " offset " + record.offset() + " is not one of this table: " + reason
                + ". Remedy: correct its producer; to leave the record out, in config/lake.yml set skip-to: "
                + entry(source, record.offset() + 1) + " for this table and restart the sink";
    }

    static String incompatible(SourceId source, ConsumerRecord<byte[], byte[]> record, String reason) {
        return "from record " + source.partition() + " offset " + record.offset() + " on the schema is another: "
                + reason + ". Other tables go on; rows wait in Kafka";
    }

    private static String entry(SourceId source, long offset) {
        return "{\"" + source.inLog() + "\": " + offset + "}";
    }
}
