package dev.marketlake.stream.ledger;

import dev.marketlake.stream.observation.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a count is about.
 *
 * @param source provider, or {@link #UNKNOWN}
 * @param symbol symbol, or {@link #UNKNOWN}
 * @param hour start of the hour of the records' Kafka timestamps, microseconds since the epoch, UTC
 */
record EntryKey(String topicId, int partition, String source, String symbol, long hour) {
    static final String UNKNOWN = "?";
    private static final int PARTS = 5;

    /** For example {@code u1Xb.../3/FINNHUB/AAPL/2019-02-15T21:00:00Z}. */
    String text() {
        return topicId + '/' + partition + '/' + source + '/' + symbol + '/' + Micros.instant(hour);
    }

    /** The text in UTF-8. */
    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    static EntryKey of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("/", PARTS);
        return new EntryKey(
                parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], Micros.of(Instant.parse(parts[4])));
    }
}
