package dev.marketlake.stream.parse;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Parsed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/**
 * One candle of Finnhub's /stock/candle, put together from its parallel arrays: {@code {"candle":{"t":1569297600,"o":221.03,"h":222.49,
 * "l":217.19,"c":217.68,"v":33463820}}}, t in UNIX seconds. Intraday candles are not adjusted (RAW), daily ones for splits (SPLIT).
 *
 * <p>An intraday stamp is the bar's open. Daily stamps have been 00:00 UTC of the trade date, the exchange's midnight, its open, and of
 * the newest candle some time of the session: 00:00 UTC means the date it says, anything else its date at the exchange.
 */
final class FinnhubCandles implements PayloadParser {
    private static final BarFields FIELDS = new BarFields("o", "h", "l", "c", "v");
    private static final long DAY = 86_400 * Micros.PER_SECOND;

    private final BarFeed feed;

    FinnhubCandles(BarFeed feed) {
        this.feed = feed;
    }

    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        Interval interval = feed.interval(envelope, findings);
        JsonNode candle = Fields.object(payload, "candle", findings);
        if (candle == null) {
            return findings.refusal();
        }
        long stamp = Stamps.seconds(candle, "t", findings);
        boolean daily = feed == BarFeed.DAILY;
        long openTime = daily ? Stamps.openOf(tradeDate(stamp, envelope), envelope.calendar(), findings) : stamp;
        BarContent content = FIELDS.content(candle, new Figures(candle, findings), findings);
        PriceBasis basis = daily ? PriceBasis.SPLIT : PriceBasis.RAW;
        return BarFeed.observation(envelope, interval, basis, openTime, content, findings);
    }

    private static LocalDate tradeDate(long stamp, Envelope envelope) {
        return Stamps.dateOf(
                stamp, stamp % DAY == 0 ? ZoneOffset.UTC : envelope.calendar().zone());
    }
}
