package dev.marketlake.ingest.publish;

import dev.marketlake.events.RawQuote;
import dev.marketlake.ingest.fetch.Response;
import dev.marketlake.market.Interval;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** A response as the records of {@code market.raw}: same response, same records, however often. */
final class RawQuotes {
    private RawQuotes() {}

    /** One record per observation, in the response's order, numbered from 0. */
    static List<RawQuote> of(Response response) {
        return IntStream.range(0, response.size())
                .mapToObj(sequence -> RawQuote.newBuilder()
                        .setSource(response.source().name())
                        .setFeed(response.feed().name())
                        .setSymbol(response.symbol().value())
                        .setInterval(response.interval().map(Interval::label).orElse(null))
                        .setPayload(response.payloads().get(sequence))
                        .setObservedAt(response.observedAt().truncatedTo(ChronoUnit.MICROS))
                        .setRequestId(response.requestId())
                        .setSequence(sequence)
                        .build())
                .toList();
    }
}
