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

/** Rows of market.rejected: the raw record whole, and why. */
public final class RejectedRows {
    private RejectedRows() {}

    /** Sends a refused record. @param quote what could be read of it */
    public static void publish(Arrival arrival, @Nullable RawQuote quote, Refused refused, Effects effects) {
        RejectedQuote row = new RejectedQuote();
        row.setPosition(Positions.of(arrival.origin()));
        row.setRawTimestamp(Instant.ofEpochMilli(arrival.timestamp()));
        row.setKey(buffer(arrival.key()));
        row.setValue(buffer(arrival.value()));
        if (quote != null) {
            row.setSource(quote.getSource());
            row.setFeed(quote.getFeed());
            row.setSymbol(quote.getSymbol());
            row.setObservedAt(quote.getObservedAt());
        }
        row.setReasons(refused.reasons().names());
        row.setMessage(refused.message());
        row.setRejectedAt(Micros.instant(effects.now()));
        String key = quote != null && Symbol.isValid(quote.getSymbol()) ? quote.getSymbol() : null;
        effects.emit(new Row(Topics.REJECTED, key, row));
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
