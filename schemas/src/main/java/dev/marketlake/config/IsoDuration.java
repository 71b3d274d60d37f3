package dev.marketlake.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A duration as ISO text. A bare number is refused: whether 7 means days or seconds, nobody can tell. */
final class IsoDuration extends StdDeserializer<Duration> {
    IsoDuration() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString();
        try {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return Duration.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Told below, in our words.
        }
        throw new InvalidConfig("'" + text + "' is not a duration: write P7D for 7 days, PT5M for 5 minutes");
    }
}
