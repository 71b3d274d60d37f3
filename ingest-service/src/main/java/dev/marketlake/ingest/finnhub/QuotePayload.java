package dev.marketlake.ingest.finnhub;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One quote with what it needs to stand alone.
 *
 * @param symbol provider's spelling, as asked: the body does not name it
 * @param quote provider's own JSON, as it stands
 */
record QuotePayload(String symbol, String quote) {
    private static final JsonFactory JSON = new JsonFactory();

    String json() {
        StringWriter out = new StringWriter(192);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("symbol", symbol);
            json.writeName("quote");
            json.writeRawValue(quote);
            json.writeEndObject();
        }
        return out.toString();
    }
}
