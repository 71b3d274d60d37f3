package dev.marketlake.simulator.alphavantage;

import dev.marketlake.simulator.json.JsonText;
import java.util.Map;

/** Alpha Vantage's refusals. All of them travel on HTTP 200. */
public final class AlphaVantageErrors {
    private static final String BURST =
            "Thank you for using Alpha Vantage! Please consider spreading out your free API requests more"
                    + " sparingly (1 request per second) to avoid hitting our API rate limit. Or subscribe to our premium plans at"
                    + " https://www.alphavantage.co/premium/ to instantaneously remove all daily rate limits and lift the free key rate"
                    + " limit (25 requests per day) as well.";
    private static final String NOTE =
            "Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls per minute and"
                    + " 500 calls per day. Please visit https://www.alphavantage.co/premium/ if you would like to target a higher API call"
                    + " frequency.";

    private AlphaVantageErrors() {}

    /** Too fast, but the key is not used up. */
    public static String burst() {
        return JsonText.indented(Map.of("Information", BURST));
    }

    /** The day's requests are used up. As the provider's, the text contains the key: callers must scrub it. */
    public static String daily(String key) {
        return JsonText.indented(Map.of(
                "Information",
                "We have detected your API key as " + key
                        + " and our standard API rate limit is 25 requests per day. Please"
                        + " subscribe to any of the premium plans at https://www.alphavantage.co/premium/ to instantly remove all"
                        + " daily rate limits."));
    }

    /** The older throttle text, under another member name. */
    public static String note() {
        return JsonText.indented(Map.of("Note", NOTE));
    }

    static String invalidCall(String function) {
        return error(
                "Invalid API call. Please retry or visit the documentation (https://www.alphavantage.co/documentation/) for "
                        + function + ".");
    }

    static String unknownFunction(String function) {
        return error("This API function (" + function + ") does not exist.");
    }

    static String missingKey() {
        return error("the parameter apikey is invalid or missing. Please claim your free API key on"
                + " (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.");
    }

    private static String error(String text) {
        return JsonText.indented(Map.of("Error Message", text));
    }
}
