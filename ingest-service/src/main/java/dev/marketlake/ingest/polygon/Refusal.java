package dev.marketlake.ingest.polygon;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.ingest.fetch.UnexpectedShape;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Polygon's answers have in common: {@code {"status":"OK","results":[...]}}, DELAYED where the plan's data are. Without data the
 * results are left out. Any other status is a refusal:
 *
 * <pre>
 *   NOT_FOUND                                          UnknownSymbol
 *   NOT_AUTHORIZED, "Unknown API Key"                  Denied
 *   "maximum requests per minute"                      Throttled MINUTE
 *   anything else                                      Broken
 * </pre>
 *
 * A {@code next_url} means that the answer is only its first page: Broken, for the rest would be missing unseen. Windows are asked so small
 * that one page holds them.
 */
final class Refusal {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Refusal() {}

    /** @param results reads a whole answer and its results */
    static Reading read(Secret key, String body, Function<Answer, Reading> results) {
        return BodyReading.read(key, body, whole -> {
            String status = whole.member("status").string();
            if (!status.equals("OK") && !status.equals("DELAYED")) {
                return BodyReading.refused(meaning(status, whole, key));
            }
            if (whole.find("next_url").isPresent()) {
                throw new UnexpectedShape("only the first page, next_url has more: ask for a smaller window");
            }
            return results.apply(new Answer(
                    whole, whole.find("results").map(JsonValue::elements).orElse(List.of())));
        });
    }

    /** A whole answer. */
    record Answer(JsonValue whole, List<JsonValue> results) {}

    private static Fetch.Failure meaning(String status, JsonValue whole, Secret key) {
        String said = Stream.of("error", "message")
                .map(whole::find)
                .flatMap(Optional::stream)
                .map(JsonValue::text)
                .findFirst()
                .orElse(whole.text());
        String reason = key.quote(status + ": " + said);
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("maximum requests per minute")) {
            return new Fetch.Throttled(Limit.MINUTE, MINUTE, reason);
        }
        if (status.equals("NOT_AUTHORIZED") || lower.contains("unknown api key")) {
            return new Fetch.Denied(reason);
        }
        return status.equals("NOT_FOUND") ? new Fetch.UnknownSymbol(reason) : new Fetch.Broken(reason);
    }
}
