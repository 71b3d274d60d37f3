package dev.marketlake.ingest.fetch;

import java.util.function.Function;

/** Reads bodies of which nothing is used where they have another shape than they should. */
public final class BodyReading {
    private BodyReading() {}

    /**
     * What {@code reader} says of the body's value; Broken where that has no such shape.
     *
     * @param key not to be quoted
     */
    public static Reading read(Secret key, String body, Function<JsonValue, Reading> reader) {
        try {
            return reader.apply(JsonValue.of(body));
        } catch (UnexpectedShape e) {
            return refused(new Fetch.Broken(key.quote(e.getMessage())));
        }
    }

    public static Reading refused(Fetch.Failure failure) {
        return new Reading.Refused(failure);
    }

    /** @throws UnexpectedShape where the body is about another symbol than the one that was asked for */
    public static void requireSymbol(String spelling, JsonValue answered) {
        if (!answered.string().equalsIgnoreCase(spelling)) {
            throw new UnexpectedShape("asked for " + spelling + ", answered " + answered.text());
        }
    }
}
