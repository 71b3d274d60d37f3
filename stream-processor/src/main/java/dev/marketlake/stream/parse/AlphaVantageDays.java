package dev.marketlake.stream.parse;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/**
 * One day of Alpha Vantage's TIME_SERIES_DAILY or TIME_SERIES_DAILY_ADJUSTED: {@code {"date":"2020-05-08","bar":{"1. open":"122.67",...}}}.
 * Both give open, high, low and close as traded, so the basis is RAW; the adjusted one adds an adjusted close, which is left aside, and
 * numbers the volume 6 instead of 5. The first row during a session is the day so far: a later fetch corrects it.
 */
final class AlphaVantageDays implements PayloadParser {
    private static final BarFields RAW = new BarFields("1. open", "2. high", "3. low", "4. close", "5. volume");
    private static final BarFields ADJUSTED = new BarFields("1. open", "2. high", "3. low", "4. close", "6. volume");

    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = BarFeed.DAILY.interval(envelope, findings);
        String date = Fields.text(payload, "date", findings);
        long openTime = Stamps.openOf(Stamps.date(date, findings), envelope.calendar(), findings);
        JsonNode bar = Fields.object(payload, "bar", findings);
        if (bar == null) {
            return findings.refusal();
        }
        BarFields fields = bar.has(ADJUSTED.volume()) ? ADJUSTED : RAW;
        BarContent content = fields.content(bar, new Figures(bar, findings), findings);
        return BarFeed.observation(envelope, interval, PriceBasis.RAW, openTime, content, findings);
    }
}
