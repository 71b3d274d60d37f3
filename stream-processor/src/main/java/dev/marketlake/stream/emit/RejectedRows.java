package dev.marketlake.stream.emit;

import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Refused;
import dev.marketlake.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows of market.rejected: the raw record whole, and why. A record that was compressed may be larger than any row that Kafka takes: of such
 * a one the row has the position alone, under which Bronze keeps the bytes.
 */
public final class RejectedRows {
    /** Bytes of key and value together, uncompressed; leaves room for the rest of a row in a request of 4 MiB. */
    static final int LARGEST = 3 * 1024 * 1024;

    private RejectedRows() {}

    /** Sends a refused record. @param quote what could be read of it */
    public static void publish(Arrival arrival, @Nullable RawQuote quote, Refused refused, Effects effects) {
        RejectedQuote row = new RejectedQuote();
        row.setPosition(Positions.of(arrival.origin()));
        row.setRawTimestamp(Instant.ofEpochMilli(arrival.timestamp()));
        boolean fits = length(arrival.key()) + length(arrival.value()) <= LARGEST;
        if (fits) {
            row.setKey(buffer(arrival.key()));
            row.setValue(buffer(arrival.value()));
        }
        if (quote != null) {
            row.setSource(quote.getSource());
            row.setFeed(quote.getFeed());
            row.setSymbol(quote.getSymbol());
            row.setObservedAt(quote.getObservedAt());
        }
        row.setReasons(refused.reasons().names());
        row.setMessage(
                fits
                        ? refused.message()
                        : refused.message() + " (its " + length(arrival.value())
                                + " bytes are too many for this row: see bronze.raw_quotes)");
        row.setRejectedAt(Micros.instant(effects.now()));
        String key = quote != null && Symbol.isValid(quote.getSymbol()) ? quote.getSymbol() : null;
        effects.emit(new Row(Topics.REJECTED, key, row));
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
