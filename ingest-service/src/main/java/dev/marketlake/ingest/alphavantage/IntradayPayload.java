package dev.marketlake.ingest.alphavantage;

import dev.marketlake.market.StampConvention;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One bar with what it needs to stand alone.
 *
 * @param symbol provider's spelling, from its meta data
 * @param interval provider's spelling
 * @param timeZone provider's name of the zone of {@code time}
 * @param time provider's stamp, as it stands
 * @param bar provider's own JSON, as it stands; any JSON value where the provider sent one
 */
record IntradayPayload(
        String symbol, String interval, String timeZone, StampConvention stamp, String time, String bar) {
    private static final JsonFactory JSON = new JsonFactory();

    String json() {
        StringWriter out = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("symbol", symbol);
            json.writeStringProperty("interval", interval);
            json.writeStringProperty("timeZone", timeZone);
            json.writeStringProperty("stamp", stamp.name());
            json.writeStringProperty("time", time);
            json.writeName("bar");
            json.writeRawValue(bar);
            json.writeEndObject();
        }
        return out.toString();
    }
}
