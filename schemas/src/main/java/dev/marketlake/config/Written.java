package dev.marketlake.config;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A value that reads itself from text. What it says of text that it cannot read is the complaint. */
final class Written<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;

    /** @param parse throws IllegalArgumentException or DateTimeException, saying what is right */
    Written(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString();
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidConfig("'" + text + "' is not text: put it in quotes");
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new InvalidConfig(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }
}
