package dev.marketlake.simulator.finnhub;

import dev.marketlake.simulator.json.JsonText;
import java.util.Map;

/** Finnhub's refusals; each has an HTTP status of its own. */
public final class FinnhubErrors {
    private FinnhubErrors() {}

    /** For HTTP 401. */
    public static String invalidKey() {
        return error("Invalid API key");
    }

    /** For HTTP 403: an endpoint the key has no right to. */
    public static String noAccess() {
        return error("You don't have access to this resource.");
    }

    /** For HTTP 429. */
    public static String limitReached() {
        return error("API limit reached. Please try again later. Remaining Limit: 0");
    }

    private static String error(String text) {
        return JsonText.compact(Map.of("error", text));
    }
}
