package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/**
 * One result of Polygon's aggregates: {@code {"adjusted":false,"bar":{"t":1577941200000,"o":74.06,"h":75.15,"l":73.8,"c":75.09,
 * "v":1.35647456e+08,...}}}. t is the start of the window in UNIX milliseconds, for a day the exchange's midnight. adjusted says whether
 * prices and volumes are divided by the splits since: basis SPLIT, otherwise RAW.
 */
final class PolygonBars implements PayloadParser {
    private static final BarFields FIELDS = new BarFields("o", "h", "l", "c", "v");

    private final BarFeed feed;

    PolygonBars(BarFeed feed) {
        this.feed = feed;
    }

    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = feed.interval(envelope, findings);
        JsonNode adjusted = payload.get("adjusted");
        if (adjusted == null || !adjusted.isBoolean()) {
            findings.add(MISSING_FIELD, "adjusted is missing or neither true nor false");
        }
        PriceBasis basis = adjusted != null && adjusted.asBoolean(false) ? PriceBasis.SPLIT : PriceBasis.RAW;
        JsonNode bar = Fields.object(payload, "bar", findings);
        if (bar == null) {
            return findings.refusal();
        }
        long stamp = Stamps.millis(bar, "t", findings);
        long openTime = feed == BarFeed.DAILY
                ? Stamps.openOf(Stamps.dateOf(stamp, envelope.calendar().zone()), envelope.calendar(), findings)
                : stamp;
        BarContent content = FIELDS.content(bar, new Figures(bar, findings), findings);
        return BarFeed.observation(envelope, interval, basis, openTime, content, findings);
    }
}
