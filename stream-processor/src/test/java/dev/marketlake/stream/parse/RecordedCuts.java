package dev.marketlake.stream.parse;

import dev.marketlake.events.RawQuote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded bodies cut into raw records as ingest cuts them, written a second time so that one checks the other. */
final class RecordedCuts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RecordedCuts() {}

    static List<RawQuote> alphaVantageMinutes(String body, String stamp) {
        List<RawQuote> cut = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : JSON.readTree(body).properties()) {
            if (member.getKey().startsWith("Time Series (")) {
                String interval = member.getKey().replaceAll("[^0-9]", "") + "m";
                member.getValue()
                        .properties()
                        .forEach(row -> cut.add(minute(interval, stamp, row.getKey(), row.getValue())));
            }
        }
        return cut;
    }

    static List<RawQuote> alphaVantageMinutesCsv(String body, String interval, String stamp) {
        return rows(body).stream()
                .map(row -> minute(
                        interval,
                        stamp,
                        row.getOrDefault("timestamp", row.getOrDefault("time", "")),
                        numbered(row, "open", "high", "low", "close", "volume")))
                .toList();
    }

    private static RawQuote minute(String interval, String stamp, String time, JsonNode bar) {
        return Payloads.raw(
                "ALPHA_VANTAGE",
                "INTRADAY_BAR",
                interval,
                "{\"symbol\":\"X\",\"timeZone\":\"US/Eastern\",\"stamp\":\"" + stamp + "\",\"time\":\"" + time
                        + "\",\"bar\":" + bar + "}");
    }

    static List<RawQuote> alphaVantageDays(String body) {
        List<RawQuote> cut = new ArrayList<>();
        JSON.readTree(body)
                .get("Time Series (Daily)")
                .properties()
                .forEach(row -> day(cut, row.getKey(), row.getValue()));
        return cut;
    }

    static List<RawQuote> alphaVantageDaysCsv(String body) {
        List<RawQuote> cut = new ArrayList<>();
        for (Map<String, String> row : rows(body)) {
            JsonNode bar = row.containsKey("adjusted_close")
                    ? numbered(
                            row,
                            "open",
                            "high",
                            "low",
                            "close",
                            "adjusted_close",
                            "volume",
                            "dividend_amount",
                            "split_coefficient")
                    : numbered(row, "open", "high", "low", "close", "volume");
            day(cut, row.getOrDefault("timestamp", ""), bar);
        }
        return cut;
    }

    private static void day(List<RawQuote> cut, String date, JsonNode bar) {
        String rest = "\"date\":\"" + date + "\",\"bar\":" + bar + "}";
        cut.add(Payloads.raw("ALPHA_VANTAGE", "DAILY_BAR", "1d", "{\"symbol\":\"X\"," + rest));
        if (bar.has("7. dividend amount")
                && !bar.get("7. dividend amount").asString().matches("0\\.0*")) {
            cut.add(Payloads.raw("ALPHA_VANTAGE", "CORPORATE_ACTION", null, "{\"kind\":\"DIVIDEND\"," + rest));
        }
        if (bar.has("8. split coefficient")
                && !bar.get("8. split coefficient").asString().matches("1\\.0*")) {
            cut.add(Payloads.raw("ALPHA_VANTAGE", "CORPORATE_ACTION", null, "{\"kind\":\"SPLIT\"," + rest));
        }
    }

    static List<RawQuote> alphaVantageQuote(String body) {
        return List.of(
                wrapped("ALPHA_VANTAGE", "QUOTE", "quote", JSON.readTree(body).get("Global Quote")));
    }

    static List<RawQuote> alphaVantageOverview(String body) {
        return List.of(wrapped("ALPHA_VANTAGE", "FUNDAMENTALS", "overview", JSON.readTree(body)));
    }

    /** @param kind {@code split} or {@code dividend} */
    static List<RawQuote> alphaVantageActionsCsv(String body, String kind) {
        return rows(body).stream()
                .map(row -> wrapped("ALPHA_VANTAGE", "CORPORATE_ACTION", kind, JSON.valueToTree(row)))
                .toList();
    }

    static List<RawQuote> finnhubCandles(String body, String feed, String interval) {
        JsonNode arrays = JSON.readTree(body);
        List<RawQuote> cut = new ArrayList<>();
        for (int i = 0; arrays.has("t") && i < arrays.get("t").size(); i++) {
            cut.add(Payloads.raw(
                    "FINNHUB", feed, interval, "{\"candle\":" + row(arrays, i, "t", "o", "h", "l", "c", "v") + "}"));
        }
        return cut;
    }

    /** All frames as of one connection: a frame that came before is the same again. */
    static List<RawQuote> finnhubTrades(String frames) {
        List<RawQuote> cut = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> ordinals = new HashMap<>();
        frames.lines().filter(frame -> !frame.isBlank() && seen.add(frame)).forEach(frame -> {
            for (JsonNode trade : JSON.readTree(frame).path("data")) {
                int ordinal = ordinals.merge(trade.toString(), 1, Integer::sum) - 1;
                cut.add(Payloads.raw(
                        "FINNHUB", "TRADE", null, "{\"ordinal\":" + ordinal + ",\"trade\":" + trade + "}"));
            }
        });
        return cut;
    }

    /** @param answer name of the wrapped object @param member empty for the whole body */
    static List<RawQuote> finnhubObject(String body, String feed, String answer, String member) {
        JsonNode whole = JSON.readTree(body);
        return List.of(wrapped("FINNHUB", feed, answer, member.isEmpty() ? whole : whole.get(member)));
    }

    static List<RawQuote> yahooChart(String body) {
        JsonNode recorded = JSON.readTree(body);
        JsonNode chart = recorded.has("response")
                ? recorded.get("response").get("bodyJson").get("chart")
                : recorded.get("chart");
        JsonNode result = chart.get("result").get(0);
        String around = "{\"timeZone\":" + result.get("meta").get("exchangeTimezoneName") + ",";
        JsonNode quote = result.get("indicators").get("quote").get(0);
        List<RawQuote> cut = new ArrayList<>();
        for (int i = 0; result.has("timestamp") && i < result.get("timestamp").size(); i++) {
            String row = row(quote, i, "open", "high", "low", "close", "volume").toString();
            String stamped = "{\"timestamp\":" + result.get("timestamp").get(i) + "," + row.substring(1);
            cut.add(Payloads.raw("YAHOO", "DAILY_BAR", "1d", around + "\"row\":" + stamped.replace(",}", "}") + "}"));
        }
        for (Map.Entry<String, JsonNode> kind : result.path("events").properties()) {
            kind.getValue()
                    .values()
                    .forEach(event -> cut.add(Payloads.raw(
                            "YAHOO",
                            "CORPORATE_ACTION",
                            null,
                            around + "\"kind\":\"" + kind.getKey() + "\",\"event\":" + event + "}")));
        }
        return cut;
    }

    static List<RawQuote> yahooQuotes(String body) {
        List<RawQuote> cut = new ArrayList<>();
        JSON.readTree(body)
                .get("quoteResponse")
                .get("result")
                .forEach(quote -> cut.add(wrapped("YAHOO", "FUNDAMENTALS", "quote", quote)));
        return cut;
    }

    static List<RawQuote> polygonBars(String body, String feed, String interval) {
        JsonNode whole = JSON.readTree(body);
        List<RawQuote> cut = new ArrayList<>();
        if (whole.has("o")) {
            cut.add(Payloads.raw("POLYGON", feed, interval, "{\"adjusted\":true,\"bar\":" + whole + "}"));
        }
        whole.path("results")
                .forEach(bar -> cut.add(Payloads.raw(
                        "POLYGON",
                        feed,
                        interval,
                        "{\"adjusted\":" + whole.get("adjusted") + ",\"bar\":" + bar + "}")));
        return cut;
    }

    static List<RawQuote> polygonSplits(String body) {
        List<RawQuote> cut = new ArrayList<>();
        JSON.readTree(body)
                .get("results")
                .forEach(split -> cut.add(wrapped("POLYGON", "CORPORATE_ACTION", "split", split)));
        return cut;
    }

    private static RawQuote wrapped(String source, String feed, String name, JsonNode object) {
        return Payloads.raw(source, feed, null, "{\"" + name + "\":" + object + "}");
    }

    private static JsonNode row(JsonNode arrays, int index, String... names) {
        var row = JSON.createObjectNode();
        for (String name : names) {
            if (arrays.has(name)) {
                row.set(name, arrays.get(name).get(index));
            }
        }
        return row;
    }

    /** A CSV row under the names of the JSON form: {@code "1. open"} and so on. */
    private static JsonNode numbered(Map<String, String> row, String... columns) {
        var bar = JSON.createObjectNode();
        for (int i = 0; i < columns.length; i++) {
            bar.put((i + 1) + ". " + columns[i].replace('_', ' '), row.getOrDefault(columns[i], ""));
        }
        return bar;
    }

    private static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        String[] header = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    Arrays.stream(header).forEach(name -> row.put(name, cells[row.size()]));
                    return row;
                })
                .toList();
    }
}
