package dev.marketlake.stream;

import dev.marketlake.events.RawQuote;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Raw quotes for tests, with readable defaults. Each method returns a changed copy. */
public record Raw(
        String source,
        String feed,
        String symbol,
        String interval,
        String zone,
        String stamp,
        String time,
        String open,
        String high,
        String low,
        String close,
        String volume,
        Instant observedAt,
        String requestId,
        int sequence) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A flat one-minute bar of Alpha Vantage that starts at a New York local time, observed at 2019-03-01T00:00:00Z. */
    public static Raw minute(String symbol, String opensAt, double price, long volume) {
        String text = Double.toString(price);
        return new Raw(
                "ALPHA_VANTAGE",
                "INTRADAY_BAR",
                symbol,
                "1m",
                "US/Eastern",
                "OPEN",
                opensAt.length() == 16 ? opensAt + ":00" : opensAt,
                text,
                text,
                text,
                text,
                Long.toString(volume),
                Instant.parse("2019-03-01T00:00:00Z"),
                "request-1",
                0);
    }

    /** The bar {@code minutes} later, of another price and volume. */
    public Raw later(int minutes, double price, long newVolume) {
        String text = Double.toString(price);
        return new Raw(
                source,
                feed,
                symbol,
                interval,
                zone,
                stamp,
                LocalDateTime.parse(time, TEXT).plusMinutes(minutes).format(TEXT),
                text,
                text,
                text,
                text,
                Long.toString(newVolume),
                observedAt,
                requestId,
                sequence + minutes);
    }

    public Raw prices(String newOpen, String newHigh, String newLow, String newClose) {
        return new Raw(
                source,
                feed,
                symbol,
                interval,
                zone,
                stamp,
                time,
                newOpen,
                newHigh,
                newLow,
                newClose,
                volume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw volume(String newVolume) {
        return new Raw(
                source,
                feed,
                symbol,
                interval,
                zone,
                stamp,
                time,
                open,
                high,
                low,
                close,
                newVolume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw stamped(String convention, String newTime) {
        return new Raw(
                source,
                feed,
                symbol,
                interval,
                zone,
                convention,
                newTime,
                open,
                high,
                low,
                close,
                volume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw zone(String newZone) {
        return new Raw(
                source,
                feed,
                symbol,
                interval,
                newZone,
                stamp,
                time,
                open,
                high,
                low,
                close,
                volume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw interval(String newInterval) {
        return new Raw(
                source,
                feed,
                symbol,
                newInterval,
                zone,
                stamp,
                time,
                open,
                high,
                low,
                close,
                volume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw feed(String newSource, String newFeed) {
        return new Raw(
                newSource,
                newFeed,
                symbol,
                interval,
                zone,
                stamp,
                time,
                open,
                high,
                low,
                close,
                volume,
                observedAt,
                requestId,
                sequence);
    }

    public Raw observed(String at, String request, int place) {
        return observed(Instant.parse(at), request, place);
    }

    public Raw observed(Instant at, String request, int place) {
        return new Raw(
                source, feed, symbol, interval, zone, stamp, time, open, high, low, close, volume, at, request, place);
    }

    /** The same bar as Finnhub would tell it. */
    public Raw byFinnhub() {
        return by("FINNHUB");
    }

    /** The same bar as another source would tell it: FINNHUB, YAHOO, POLYGON or ALPHA_VANTAGE. */
    public Raw by(String newSource) {
        return feed(newSource, feed);
    }

    /** The bar of the whole day, as sources send it. */
    public Raw ofTheDay() {
        return feed(source, "DAILY_BAR").interval("1d");
    }

    /** First instant of the bar, where its stamp is that, in New York. */
    public Instant opensAt() {
        return LocalDateTime.parse(time, TEXT).atZone(NEW_YORK).toInstant();
    }

    public String payload() {
        return switch (source) {
            case "FINNHUB" -> """
                    {"candle":{"t":%d,"o":%s,"h":%s,"l":%s,"c":%s,"v":%s}}""".formatted(opensAt().getEpochSecond(), open, high, low, close, volume);
            case "YAHOO" -> """
                    {"timeZone":"America/New_York","basis":"RAW","row":\
                    {"timestamp":%d,"open":%s,"high":%s,"low":%s,"close":%s,"volume":%s}}""".formatted(opensAt().getEpochSecond(), open, high, low, close, volume);
            case "POLYGON" -> """
                    {"adjusted":false,"bar":{"t":%d,"o":%s,"h":%s,"l":%s,"c":%s,"v":%s}}""".formatted(opensAt().toEpochMilli(), open, high, low, close, volume);
            default -> ofAlphaVantage();
        };
    }

    private String ofAlphaVantage() {
        String when = feed.equals("DAILY_BAR")
                ? "\"date\":\"" + time.substring(0, 10) + "\""
                : "\"interval\":\"1min\",\"timeZone\":\"" + zone + "\",\"stamp\":\"" + stamp + "\",\"time\":\"" + time
                        + "\"";
        return """
                {"symbol":"%s",%s,"bar":\
                {"1. open":"%s","2. high":"%s","3. low":"%s","4. close":"%s","5. volume":"%s"}}""".formatted(symbol, when, open, high, low, close, volume);
    }

    public RawQuote quote() {
        return new RawQuote(source, feed, symbol, interval, payload(), observedAt, requestId, sequence);
    }

    /** A snapshot of Finnhub with this JSON. */
    public static RawQuote snapshot(String symbol, String quote, String observedAt) {
        return new RawQuote(
                "FINNHUB",
                "QUOTE",
                symbol,
                null,
                "{\"symbol\":\"" + symbol + "\",\"quote\":" + quote + "}",
                Instant.parse(observedAt),
                "snapshot-1",
                0);
    }
}
