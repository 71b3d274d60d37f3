package dev.marketlake.ingest.yahoo;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * What Yahoo says in the place of data, with any status:
 *
 * <pre>
 *   the plain text "Too Many Requests"       Throttled MINUTE
 *   error code "Not Found"                   UnknownSymbol
 *   "Unauthorized", "Forbidden"              Denied
 *   "Too Many Requests"                      Throttled MINUTE
 *   anything else                            Broken
 * </pre>
 */
final class Refusal {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TOO_MANY = "too many requests";

    private Refusal() {}

    /**
     * Reads a body of the shape {@code {"chart":{"result":[...],"error":null}}}.
     *
     * @param envelope name of the one member, or {@code finance}, under which Yahoo refuses
     */
    static Reading read(Secret key, String body, String envelope, Function<JsonValue, Reading> result) {
        if (body.strip().toLowerCase(Locale.ROOT).startsWith(TOO_MANY)) {
            return BodyReading.refused(throttled(key.quote(body)));
        }
        return BodyReading.read(key, body, whole -> {
            JsonValue answer = whole.find("finance").orElseGet(() -> whole.member(envelope));
            return answer.find("error")
                    .map(error -> BodyReading.refused(meaning(error, key)))
                    .orElseGet(() -> result.apply(answer.member("result")));
        });
    }

    private static Fetch.Failure meaning(JsonValue error, Secret key) {
        String reason = key.quote(error.text());
        return switch (error.member("code").string().toLowerCase(Locale.ROOT)) {
            case "not found" -> new Fetch.UnknownSymbol(reason);
            case "unauthorized", "forbidden" -> new Fetch.Denied(reason);
            case TOO_MANY -> throttled(reason);
            default -> new Fetch.Broken(reason);
        };
    }

    private static Fetch.Failure throttled(String reason) {
        return new Fetch.Throttled(Limit.MINUTE, MINUTE, reason);
    }
}
