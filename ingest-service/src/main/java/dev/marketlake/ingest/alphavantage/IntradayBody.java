package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonSlice;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.market.StampConvention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the body of TIME_SERIES_INTRADAY. Pure.
 *
 * <p>How this could lose, double or invent data, and what is done about it:
 * <ul>
 *   <li>a cut-off body whose first rows look well: nothing of it is used (Broken);
 *   <li>a stamp given twice: both rows are kept, in the order they stand in;
 *   <li>one malformed row among good ones: kept as it stands, the stream rejects it with a reason;
 *   <li>newest first or any other order: sorted by the provider's stamp text, equals stay in order;
 *   <li>rows of another symbol, interval or without a zone: Broken, for they would be filed under the wrong name;
 *   <li>artificial rows beside a premium notice: a body with any notice gives no rows.
 * </ul>
 */
final class IntradayBody {
    private static final String SERIES = "Time Series (";

    private final Secret key;
    private final StampConvention stamp;
    private final String interval;

    /** @param interval the provider's spelling, for example {@code 1min} */
    IntradayBody(Secret key, StampConvention stamp, String interval) {
        this.key = key;
        this.stamp = stamp;
        this.interval = interval;
    }

    /** @param spelling the provider's spelling of the symbol that was asked for */
    Reading read(String body, String spelling) {
        try (JsonParser parser = JsonSlice.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return broken("not a JSON object: " + key.quote(body));
            }
            Parts parts = new Parts();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                member(parts, body, parser);
            }
            return parser.nextToken() == null ? judge(parts, spelling) : broken("text after the end of the object");
        } catch (JacksonException e) {
            return broken("not whole JSON: " + key.quote(e.getOriginalMessage()));
        }
    }

    private static void member(Parts parts, String body, JsonParser parser) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        parts.members++;
        switch (name) {
            case "Note", "Information", "Error Message", "message" ->
                parts.notices.add(new Notice(name, JsonSlice.verbatim(body, parser)));
            case "Meta Data" -> meta(parts, parser, value);
            default -> {
                if (name.startsWith(SERIES) && value == JsonToken.START_OBJECT) {
                    parts.series.add(name);
                    rows(parts, body, parser);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static void meta(Parts parts, JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            // "6. Time Zone" intraday, "5. Time Zone" daily: the number is no part of the name.
            String name = parser.currentName().replaceFirst("^\\d+\\.\\s*", "");
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                parts.meta.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void rows(Parts parts, String body, JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String time = parser.currentName();
            parser.nextToken();
            parts.rows.add(new Row(time, JsonSlice.verbatim(body, parser)));
        }
    }

    private Reading judge(Parts parts, String spelling) {
        if (!parts.notices.isEmpty()) {
            return new Reading.Refused(parts.notices.getFirst().meaning(key));
        }
        if (parts.members == 0) {
            return new Reading.Refused(new Fetch.UnknownSymbol("an empty object for " + spelling));
        }
        return fault(parts, spelling).<Reading>map(this::broken).orElseGet(() -> new Reading.Rows(payloads(parts)));
    }

    private Optional<String> fault(Parts parts, String spelling) {
        String wanted = SERIES + interval + ")";
        if (!parts.series.equals(List.of(wanted))) {
            return Optional.of("'" + wanted + "' is not there once, but " + key.quote(parts.series.toString()));
        }
        if (!spelling.equalsIgnoreCase(parts.meta.get("Symbol"))) {
            return Optional.of("asked for " + spelling + ", answered " + key.quote(parts.meta.get("Symbol")));
        }
        if (!interval.equals(parts.meta.get("Interval"))) {
            return Optional.of("asked for " + interval + ", answered " + key.quote(parts.meta.get("Interval")));
        }
        if (!parts.meta.containsKey("Time Zone")) {
            return Optional.of("no time zone in the meta data");
        }
        return Optional.empty();
    }

    private List<String> payloads(Parts parts) {
        String symbol = String.valueOf(parts.meta.get("Symbol"));
        String zone = String.valueOf(parts.meta.get("Time Zone"));
        return parts.rows.stream()
                .sorted(Comparator.comparing(Row::time))
                .map(row -> new IntradayPayload(symbol, interval, zone, stamp, row.time(), row.value()).json())
                .toList();
    }

    private Reading broken(String reason) {
        return new Reading.Refused(new Fetch.Broken(reason));
    }

    /** A name of the series with its value as it stands. */
    private record Row(String time, String value) {}

    /** What a pass over the body has found. */
    private static final class Parts {
        private final Map<String, String> meta = new HashMap<>();
        private final List<Notice> notices = new ArrayList<>();
        private final List<String> series = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private int members;
    }
}
