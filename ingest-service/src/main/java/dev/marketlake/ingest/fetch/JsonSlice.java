package dev.marketlake.ingest.fetch;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts values out of a JSON text as they stand there. A tree would lose what matters: a name given twice keeps only its last value, and
 * {@code 1.10} may come back as {@code 1.1}.
 */
public final class JsonSlice {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNumberLength(1 << 20).build())
            .build();

    private JsonSlice() {}

    /** A parser over {@code text}; to be closed. */
    public static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /**
     * The value the parser stands on, cut from the text it reads: same names, order, repetitions and spelling of numbers and strings,
     * without white space between tokens. The parser then stands on the value's last token.
     */
    public static String verbatim(String text, JsonParser parser) {
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        JsonToken token = parser.currentToken();
        if (token != null && token.isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        int end = Math.toIntExact(parser.currentLocation().getCharOffset());
        return withoutWhiteSpace(text, start, end);
    }

    private static String withoutWhiteSpace(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        boolean inString = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\') {
                    out.append(text.charAt(++i));
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c > ' ') {
                out.append(c);
                inString = c == '"';
            }
        }
        return out.toString();
    }
}
