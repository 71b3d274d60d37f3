package dev.marketlake.ingest.fetch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value of a body, cut out as it stands there, see {@link JsonSlice}. Every part of it is again such a value.
 *
 * @param text its JSON
 */
public record JsonValue(String text) {
    private static final int LONGEST_NUMBER = 40;

    /** A name with its value; a name may come twice. */
    public record Member(String name, JsonValue value) {}

    /** The one value of a body. @throws UnexpectedShape where it is not whole JSON */
    public static JsonValue of(String body) {
        try (JsonParser parser = JsonSlice.parser(body)) {
            if (parser.nextToken() == null) {
                throw new UnexpectedShape("an empty body");
            }
            JsonValue value = new JsonValue(JsonSlice.verbatim(body, parser));
            if (parser.nextToken() != null) {
                throw new UnexpectedShape("text after the end of the JSON");
            }
            return value;
        } catch (JacksonException e) {
            throw new UnexpectedShape("not whole JSON: " + e.getOriginalMessage() + ": " + body);
        }
    }

    public boolean isNull() {
        return text.equals("null");
    }

    /** Its members in the order they stand in. @throws UnexpectedShape where it is no object */
    public List<Member> list() {
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = JsonSlice.parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedShape("no object: " + text);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.add(new Member(name, new JsonValue(JsonSlice.verbatim(text, parser))));
            }
        }
        return members;
    }

    /** Its members by name. @throws UnexpectedShape where it is no object, or a name comes twice */
    public Map<String, JsonValue> members() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (Member member : list()) {
            if (members.put(member.name(), member.value()) != null) {
                throw new UnexpectedShape("'" + member.name() + "' comes twice");
            }
        }
        return members;
    }

    /** A member. @throws UnexpectedShape where it is not there */
    public JsonValue member(String name) {
        return find(name).orElseThrow(() -> new UnexpectedShape("there is no '" + name + "': " + text));
    }

    /** A member; empty where it is absent or null. */
    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members().get(name)).filter(value -> !value.isNull());
    }

    /** Its elements. @throws UnexpectedShape where it is no array */
    public List<JsonValue> elements() {
        List<JsonValue> elements = new ArrayList<>();
        try (JsonParser parser = JsonSlice.parser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnexpectedShape("no array: " + text);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(new JsonValue(JsonSlice.verbatim(text, parser)));
            }
        }
        return elements;
    }

    /** What a JSON string says. @throws UnexpectedShape where it is none */
    public String string() {
        try (JsonParser parser = JsonSlice.parser(text)) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new UnexpectedShape("no text: " + text);
            }
            return parser.getString();
        }
    }

    /** The number it is, or the number its text holds; empty where it is neither. */
    public Optional<BigDecimal> number() {
        String digits = text.startsWith("\"") ? string() : text;
        try {
            return digits.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
