package dev.marketlake.ingest.fetch;

import dev.marketlake.market.Feed;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The observations of one HTTP exchange: what is published together, or again together.
 *
 * @param symbol in our spelling
 * @param interval empty for quotes
 * @param observedAt when the response had arrived, by our clock
 * @param requestId unique per exchange; the same when the response is published again
 * @param payloads one JSON text per observation, oldest first; may be empty
 */
public record Response(
        Source source,
        Feed feed,
        Symbol symbol,
        Optional<Interval> interval,
        Instant observedAt,
        String requestId,
        List<String> payloads) {

    public Response {
        payloads = List.copyOf(payloads);
        if (requestId.isBlank()) {
            throw new IllegalArgumentException("a response needs the id of its request");
        }
    }

    public int size() {
        return payloads.size();
    }
}
