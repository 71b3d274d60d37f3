package dev.marketlake.ingest.fetch;

import dev.marketlake.market.Feed;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One exchange from request to {@link Fetch}: what providers have in common.
 *
 * <p>Nothing is invented: an answer that is not whole UTF-8 of the expected shape gives no observation at all. The status only decides
 * where the body says nothing known: 5xx is Unavailable, 429 Throttled, 401 and 403 Denied.
 */
public final class ProviderCall {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Bytes of one observation; well under what a producer sends in one record. Real ones have a few hundred. */
    private static final int LARGEST_PAYLOAD = 256 * 1024;

    private final HttpGet http;
    private final Access access;
    private final Source source;
    private final Feed feed;
    private final Optional<Interval> interval;

    public ProviderCall(HttpGet http, Access access, Source source, Feed feed, Optional<Interval> interval) {
        this.http = http;
        this.access = access;
        this.source = source;
        this.feed = feed;
        this.interval = interval;
    }

    /** Asks {@code uri} about {@code symbol} and has {@code reader} read the body. */
    public Fetch make(Symbol symbol, URI uri, Map<String, String> headers, Function<String, Reading> reader) {
        return switch (http.get(uri, headers, access.timeout())) {
            case Exchange.NoAnswer none -> new Fetch.Unavailable(access.key().quote(none.reason()));
            case Exchange.Answered answer -> judge(symbol, answer, reader);
        };
    }

    private Fetch judge(Symbol symbol, Exchange.Answered answer, Function<String, Reading> reader) {
        if (answer.status() >= 500) {
            return new Fetch.Unavailable("HTTP " + answer.status());
        }
        return switch (read(answer, reader)) {
            case Reading.Rows rows -> observed(symbol, answer, rows);
            case Reading.Refused refused -> byStatus(answer, refused.failure());
        };
    }

    private Fetch observed(Symbol symbol, Exchange.Answered answer, Reading.Rows rows) {
        if (answer.status() != 200) {
            return byStatus(answer, new Fetch.Broken("with data"));
        }
        for (String payload : rows.payloads()) {
            int size = payload.getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGEST_PAYLOAD) {
                return new Fetch.Broken("an observation of " + size + " bytes, more than any record holds");
            }
        }
        String requestId = UUID.randomUUID().toString();
        return new Fetch.Observed(
                new Response(source, feed, symbol, interval, answer.arrivedAt(), requestId, rows.payloads()));
    }

    private static Reading read(Exchange.Answered answer, Function<String, Reading> reader) {
        try {
            return reader.apply(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.body()))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Reading.Refused(new Fetch.Broken("HTTP " + answer.status() + " with a body that is not UTF-8"));
        }
    }

    /** Adds what the status and the headers say where the body left it open. */
    private static Fetch byStatus(Exchange.Answered answer, Fetch.Failure failure) {
        if (failure instanceof Fetch.Throttled throttled && throttled.limit() != Fetch.Limit.DAY) {
            Duration wait = answer.retryAfter().orElse(throttled.retryAfter());
            return new Fetch.Throttled(throttled.limit(), wait, throttled.reason());
        }
        if (!(failure instanceof Fetch.Broken broken)) {
            return failure;
        }
        String reason = "HTTP " + answer.status() + ": " + broken.reason();
        return switch (answer.status()) {
            case 429 ->
                new Fetch.Throttled(Fetch.Limit.MINUTE, answer.retryAfter().orElse(MINUTE), reason);
            case 401, 403 -> new Fetch.Denied(reason);
            default -> new Fetch.Broken(reason);
        };
    }
}
