package dev.marketlake.topics;

import dev.marketlake.events.RawPosition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a record of a job's input comes from, as its header says; key and value are those of the raw record.
 *
 * <pre>
 *   marketlake.raw: place|timestamp|topic id|partition|offset      UTF-8, on every raw record
 *   marketlake.end                                                 empty, on the mark after the last record of a partition
 * </pre>
 *
 * @param place number of the record in the whole input, from 0
 * @param timestamp Kafka's of the raw record, milliseconds since the epoch, UTC
 * @param position where the raw record stands in the topic it was first published to
 */
public record JobRecord(long place, long timestamp, RawPosition position) {
    private static final String RAW = "marketlake.raw";
    private static final String END = "marketlake.end";
    private static final int PARTS = 5;

    /** Puts it into the headers of a record. */
    public void addTo(Headers headers) {
        String text = place + "|" + timestamp + "|" + position.getTopicId() + "|" + position.getPartition() + "|"
                + position.getOffset();
        headers.add(RAW, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a record the end mark of its partition. */
    public static void addEnd(Headers headers) {
        headers.add(END, new byte[0]);
    }

    public static boolean isEnd(Headers headers) {
        return headers.lastHeader(END) != null;
    }

    /** What the headers say; empty where the record has none of ours. @throws IllegalArgumentException where it cannot be read */
    public static Optional<JobRecord> of(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(RAW)).map(JobRecord::read);
    }

    private static JobRecord read(Header header) {
        String text = new String(header.value(), StandardCharsets.UTF_8);
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(
                    "header " + RAW + " is '" + text + "', which is no place|timestamp|topic id|partition|offset");
        }
        RawPosition position = new RawPosition(parts[2], Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
        return new JobRecord(Long.parseLong(parts[0]), Long.parseLong(parts[1]), position);
    }
}
