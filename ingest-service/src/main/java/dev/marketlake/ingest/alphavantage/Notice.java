package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.util.Locale;

/**
 * A sentence Alpha Vantage sends in the place of data, always with HTTP 200, and what it means. Members and wording have changed over the
 * years, so both are judged. The order of the rules matters:
 *
 * <pre>
 *   "apikey is invalid or missing", "demo API key"        Denied
 *   "premium endpoint", a member "message"                Denied (its sample rows are artificial)
 *   "Error Message"                                       UnknownSymbol
 *   "1 request per second", "sparingly", "burst"          Throttled BURST: also mentions 25 per day, but the key is not used up
 *   "per minute"                                          Throttled MINUTE: also mentions 500 per day
 *   "per day"                                             Throttled DAY
 *   anything else                                         Broken
 * </pre>
 *
 * @param member its JSON name: Note, Information, Error Message or message
 */
record Notice(String member, String text) {
    private static final Duration BURST = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Fetch.Failure meaning(Secret key) {
        String said = text.toLowerCase(Locale.ROOT);
        String reason = member + ": " + key.quote(text);
        if (hasAny(said, "apikey is invalid or missing", "invalid api key", "demo** api key", "demo api key")) {
            return new Fetch.Denied(reason);
        }
        if (hasAny(said, "premium endpoint") || member.equals("message")) {
            return new Fetch.Denied(reason);
        }
        if (member.equals("Error Message")) {
            return new Fetch.UnknownSymbol(reason);
        }
        if (hasAny(said, "request per second", "requests per second", "sparingly", "burst")) {
            return new Fetch.Throttled(Limit.BURST, BURST, reason);
        }
        if (hasAny(said, "per minute")) {
            return new Fetch.Throttled(Limit.MINUTE, MINUTE, reason);
        }
        if (hasAny(said, "per day", "daily rate limit")) {
            return new Fetch.Throttled(Limit.DAY, Duration.ZERO, reason);
        }
        return new Fetch.Broken(reason);
    }

    private static boolean hasAny(String said, String... phrases) {
        for (String phrase : phrases) {
            if (said.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
