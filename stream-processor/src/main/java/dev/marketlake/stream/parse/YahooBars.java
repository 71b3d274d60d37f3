package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Parsed;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * One row of Yahoo's v8 chart, put together from its parallel arrays: {@code {"timeZone":"America/New_York","basis":"RAW","row":
 * {"timestamp":1577975400,"open":74.05999755859375,...}}}, timestamp in UNIX seconds.
 *
 * <p>Prices are widened 32-bit floats, see {@link WidenedFloats}. They are divided by every split up to the moment they were asked, so the
 * basis of a daily bar is SPLIT. A minute is at most a month old: ingest asks for its splits too, and says RAW where none came after it
 * and SPLIT where one did.
 *
 * <p>A daily stamp is the session's open, and of the newest row the last trade: both lie on the trade date in the exchange's zone. An
 * intraday one is the bar's open, of the newest row the last trade, which screening finds off the grid.
 */
final class YahooBars implements PayloadParser {
    private static final BarFields FIELDS = new BarFields("open", "high", "low", "close", "volume");

    private final BarFeed feed;

    YahooBars(BarFeed feed) {
        this.feed = feed;
    }

    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = feed.interval(envelope, findings);
        ZoneId zone = Stamps.zone(Fields.text(payload, "timeZone", findings), findings);
        PriceBasis basis = feed == BarFeed.DAILY ? PriceBasis.SPLIT : basis(payload, findings);
        JsonNode row = Fields.object(payload, "row", findings);
        if (row == null) {
            return findings.refusal();
        }
        long stamp = Stamps.seconds(row, "timestamp", findings);
        long openTime = feed == BarFeed.DAILY
                ? Stamps.openOf(Stamps.dateOf(stamp, zone), envelope.calendar(), findings)
                : stamp;
        Figures figures = new Figures(row, findings, WidenedFloats::shortest);
        BarContent content = FIELDS.content(row, figures, findings);
        return BarFeed.observation(envelope, interval, basis, openTime, content, findings);
    }

    private static PriceBasis basis(JsonNode payload, Findings findings) {
        String text = Fields.text(payload, "basis", findings);
        if (text.equals(PriceBasis.RAW.name()) || findings.refused()) {
            return PriceBasis.RAW;
        }
        if (!text.equals(PriceBasis.SPLIT.name())) {
            findings.add(MALFORMED_PAYLOAD, "basis " + Findings.quoted(text) + " is neither RAW nor SPLIT");
        }
        return PriceBasis.SPLIT;
    }
}
