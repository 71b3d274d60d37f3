package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;
import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members of a payload that are no numbers. What is wrong goes to the findings. */
final class Fields {
    private Fields() {}

    /** The object of a name; null with a finding where there is none. */
    static @Nullable JsonNode object(JsonNode payload, String name, Findings findings) {
        JsonNode node = payload.get(name);
        if (node == null || !node.isObject()) {
            findings.add(MALFORMED_PAYLOAD, "there is no object '" + name + "'");
            return null;
        }
        return node;
    }

    /** The text of a name; empty with a finding where there is none. */
    static String text(JsonNode payload, String name, Findings findings) {
        JsonNode node = payload.get(name);
        if (node == null || !node.isString()) {
            findings.add(MISSING_FIELD, name + " is missing or no text");
            return "";
        }
        return node.asString();
    }

    /** The text of a name; null where the provider has none. */
    static @Nullable String optionalText(JsonNode payload, String name) {
        JsonNode node = payload.get(name);
        return node == null || !node.isString() || meansNone(node.asString()) ? null : node.asString();
    }

    /** Whether a text stands for "there is none", as Alpha Vantage writes it. */
    static boolean meansNone(String text) {
        return text.isBlank() || text.equals("None") || text.equals("-");
    }
}
