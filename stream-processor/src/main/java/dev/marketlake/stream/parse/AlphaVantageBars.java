package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.BAD_TIME;
import static dev.marketlake.stream.observation.Reason.HIGH_BELOW_LOW;
import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;
import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;
import static dev.marketlake.stream.observation.Reason.OUTSIDE_RANGE;
import static dev.marketlake.stream.observation.Reason.UNKNOWN_INTERVAL;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.StampConvention;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Parsed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One bar of Alpha Vantage's TIME_SERIES_INTRADAY: {@code {"timeZone":"US/Eastern","stamp":"CLOSE","time":"2019-02-15 16:00:00","bar":
 * {"1. open":"170.23",...}}}. Prices are asked unadjusted, so the basis is RAW.
 */
final class AlphaVantageBars implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = interval(envelope.interval(), findings);
        long stamp = LocalStamp.micros(text(payload, "time", findings), text(payload, "timeZone", findings), findings);
        StampConvention convention = convention(text(payload, "stamp", findings), findings);
        JsonNode bar = payload.get("bar");
        if (bar == null || !bar.isObject()) {
            findings.add(MALFORMED_PAYLOAD, "there is no object 'bar'");
            return findings.refusal();
        }
        Figures figures = new Figures(bar, findings);
        long open = figures.price("1. open");
        long high = figures.price("2. high");
        long low = figures.price("3. low");
        long close = figures.price("4. close");
        long volume = figures.volume("5. volume");
        if (high < low && high > 0) {
            findings.add(HIGH_BELOW_LOW, "high " + bar.get("2. high") + " is below low " + bar.get("3. low"));
        }
        if (findings.refused() || interval == null) {
            return findings.refusal();
        }
        if (Math.max(open, close) > high || Math.min(open, close) < low) {
            findings.add(OUTSIDE_RANGE, "open or close");
        }
        long openTime =
                convention == StampConvention.CLOSE ? stamp - interval.length().toNanos() / 1_000 : stamp;
        return new BarObservation(
                envelope.symbol(),
                interval,
                envelope.source(),
                PriceBasis.RAW,
                openTime,
                new BarContent(open, high, low, close, volume),
                findings.notes(),
                envelope.place());
    }

    private static @Nullable Interval interval(@Nullable String label, Findings findings) {
        for (Interval interval : Interval.values()) {
            if (interval.isIntraday() && interval.label().equals(label)) {
                return interval;
            }
        }
        findings.add(
                UNKNOWN_INTERVAL, "interval " + Findings.quoted(String.valueOf(label)) + " is not an intraday one");
        return null;
    }

    private static StampConvention convention(String text, Findings findings) {
        for (StampConvention convention : StampConvention.values()) {
            if (convention.name().equals(text)) {
                return convention;
            }
        }
        findings.add(BAD_TIME, "stamp " + Findings.quoted(text) + " is neither OPEN nor CLOSE");
        return StampConvention.OPEN;
    }

    private static String text(JsonNode payload, String name, Findings findings) {
        JsonNode node = payload.get(name);
        if (node == null || !node.isString()) {
            findings.add(MISSING_FIELD, name + " is missing or no text");
            return "";
        }
        return node.asString();
    }
}
