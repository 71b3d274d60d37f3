package dev.marketlake.ingest.fetch;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The stand-alone JSON of one observation: the provider's own JSON as it stands, with what it needs to be understood alone. */
public final class Payload {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_LENGTH = 256;

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /** Adds a text of ours. */
    public Payload with(String name, String text) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeString(text);
        }
        return with(name, new JsonValue(out.toString()));
    }

    /** Adds a value of the provider's. */
    public Payload with(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    public String json() {
        return value().text();
    }

    /** As a part of another one. */
    public JsonValue value() {
        StringWriter out = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            members.forEach((name, value) -> {
                json.writeName(name);
                json.writeRawValue(value.text());
            });
            json.writeEndObject();
        }
        return new JsonValue(out.toString());
    }
}
