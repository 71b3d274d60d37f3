package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.util.Locale;

/**
 * What Finnhub's {@code {"error":"..."}} means:
 *
 * <pre>
 *   "invalid api key", "don't have access", "sign up"     Denied (the last: no key arrived)
 *   "limit reached"                                       Throttled MINUTE
 *   anything else                                         Broken
 * </pre>
 */
final class Complaint {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Complaint() {}

    static Fetch.Failure meaning(String error, Secret key) {
        String said = error.toLowerCase(Locale.ROOT);
        String reason = key.quote(error);
        if (said.contains("invalid api key") || said.contains("don't have access") || said.contains("sign up")) {
            return new Fetch.Denied(reason);
        }
        if (said.contains("limit reached")) {
            return new Fetch.Throttled(Limit.MINUTE, MINUTE, reason);
        }
        return new Fetch.Broken(reason);
    }
}
