package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.BAD_TIME;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.StampConvention;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/**
 * One bar of Alpha Vantage's TIME_SERIES_INTRADAY: {@code {"timeZone":"US/Eastern","stamp":"CLOSE","time":"2019-02-15 16:00:00","bar":
 * {"1. open":"170.23",...}}}. Prices are asked unadjusted, so the basis is RAW.
 */
final class AlphaVantageBars implements PayloadParser {
    private static final BarFields FIELDS = new BarFields("1. open", "2. high", "3. low", "4. close", "5. volume");

    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = BarFeed.INTRADAY.interval(envelope, findings);
        String zone = Fields.text(payload, "timeZone", findings);
        long stamp = LocalStamp.micros(Fields.text(payload, "time", findings), zone, findings);
        StampConvention convention = convention(Fields.text(payload, "stamp", findings), findings);
        JsonNode bar = Fields.object(payload, "bar", findings);
        if (bar == null || interval == null) {
            return findings.refusal();
        }
        BarContent content = FIELDS.content(bar, new Figures(bar, findings), findings);
        long openTime =
                convention == StampConvention.CLOSE ? stamp - interval.length().toNanos() / 1_000 : stamp;
        return BarFeed.observation(envelope, interval, PriceBasis.RAW, openTime, content, findings);
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
}
