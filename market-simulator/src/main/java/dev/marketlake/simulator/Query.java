package dev.marketlake.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request: path, decoded parameters (where one repeats, the last) and Finnhub's key header, empty where it is absent.
 *
 * <p>Holds the caller's key: never logged.
 */
record Query(String path, Map<String, String> parameters, String tokenHeader) {
    /** Takes a request apart; {@code rawQuery} is still encoded, with valid escapes. */
    static Query of(String path, @Nullable String rawQuery, @Nullable String tokenHeader) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(decoded(name), decoded(value));
        }
        return new Query(path, parameters, tokenHeader == null ? "" : tokenHeader);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path;
    }
}
