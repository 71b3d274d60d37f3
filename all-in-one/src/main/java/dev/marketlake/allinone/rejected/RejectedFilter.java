package dev.marketlake.allinone.rejected;

import dev.marketlake.events.RejectedQuote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rejected records are meant; null leaves a question open.
 *
 * @param reason one of the record's reasons
 * @param since not rejected before
 */
public record RejectedFilter(
        @Nullable String reason,
        @Nullable String symbol,
        @Nullable Instant since) {

    boolean takes(RejectedQuote row) {
        return (reason == null || row.getReasons().contains(reason))
                && (symbol == null || symbol.equals(row.getSymbol()))
                && (since == null || !row.getRejectedAt().isBefore(since));
    }
}
