package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.FROM_THE_FUTURE;
import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;
import static dev.marketlake.stream.observation.Reason.OFF_SCHEMA;
import static dev.marketlake.stream.observation.Reason.UNKNOWN_SYMBOL;
import static dev.marketlake.stream.observation.Reason.UNSUPPORTED_FEED;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Refused;
import dev.marketlake.stream.observation.TradeObservation;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raw record to observation or refusal. Reject screening happens here: what is refused touches no series. Used by one thread. */
public final class Parsing {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final PayloadParser ALPHA_VANTAGE_BARS = new AlphaVantageBars();
    private static final Map<String, PayloadParser> PARSERS = Map.ofEntries(
            reads(Source.ALPHA_VANTAGE, Feed.INTRADAY_BAR, ALPHA_VANTAGE_BARS),
            reads(Source.ALPHA_VANTAGE, Feed.DAILY_BAR, new AlphaVantageDays()),
            reads(Source.ALPHA_VANTAGE, Feed.QUOTE, new AlphaVantageQuotes()),
            reads(Source.ALPHA_VANTAGE, Feed.FUNDAMENTALS, new AlphaVantageFundamentals()),
            reads(Source.ALPHA_VANTAGE, Feed.CORPORATE_ACTION, new AlphaVantageActions()),
            reads(Source.FINNHUB, Feed.INTRADAY_BAR, new FinnhubCandles(BarFeed.INTRADAY)),
            reads(Source.FINNHUB, Feed.DAILY_BAR, new FinnhubCandles(BarFeed.DAILY)),
            reads(Source.FINNHUB, Feed.QUOTE, new FinnhubQuotes()),
            reads(Source.FINNHUB, Feed.TRADE, new FinnhubTrades()),
            reads(Source.FINNHUB, Feed.FUNDAMENTALS, new FinnhubFundamentals()),
            reads(Source.YAHOO, Feed.INTRADAY_BAR, new YahooBars(BarFeed.INTRADAY)),
            reads(Source.YAHOO, Feed.DAILY_BAR, new YahooBars(BarFeed.DAILY)),
            reads(Source.YAHOO, Feed.FUNDAMENTALS, new YahooFundamentals()),
            reads(Source.YAHOO, Feed.CORPORATE_ACTION, new YahooActions()),
            reads(Source.POLYGON, Feed.INTRADAY_BAR, new PolygonBars(BarFeed.INTRADAY)),
            reads(Source.POLYGON, Feed.DAILY_BAR, new PolygonBars(BarFeed.DAILY)),
            reads(Source.POLYGON, Feed.CORPORATE_ACTION, new PolygonSplits()));

    private static final int LONGEST_ID = 200;

    private final Map<String, Followed> followed;
    private final long tolerance;
    private final AlphaVantageScan scan = new AlphaVantageScan();

    private record Followed(Symbol symbol, TradingCalendar calendar) {}

    /** @param tolerance how much later than its observation an event may claim to be */
    public Parsing(Watchlist watchlist, Duration tolerance) {
        this.followed = watchlist.symbols().stream()
                .collect(Collectors.toMap(
                        Symbol::value,
                        symbol ->
                                new Followed(symbol, watchlist.calendar(symbol).orElseThrow())));
        this.tolerance = tolerance.toNanos() / 1_000;
    }

    /** Whether a text is a symbol, followed or not. */
    public boolean isSymbol(String text) {
        return followed.containsKey(text) || Symbol.isValid(text);
    }

    public Parsed observation(RawQuote raw) {
        PayloadParser parser = PARSERS.get(name(raw.getSource(), raw.getFeed()));
        if (parser == null) {
            return Refused.because(
                    UNSUPPORTED_FEED,
                    "no reader for feed " + Findings.quoted(raw.getFeed()) + " of source "
                            + Findings.quoted(raw.getSource()));
        }
        Followed instrument = followed.get(raw.getSymbol());
        if (instrument == null) {
            return Refused.because(
                    UNKNOWN_SYMBOL, "symbol " + Findings.quoted(raw.getSymbol()) + " is not in config/symbols.yml");
        }
        if (raw.getRequestId().length() > LONGEST_ID) {
            return Refused.because(OFF_SCHEMA, "requestId is longer than " + LONGEST_ID + " characters");
        }
        Place place = new Place(Micros.of(raw.getObservedAt()), raw.getRequestId(), raw.getSequence());
        Envelope envelope = new Envelope(
                instrument.symbol(), instrument.calendar(), Source.valueOf(raw.getSource()), raw.getInterval(), place);
        Observation quick = parser == ALPHA_VANTAGE_BARS ? scan.read(envelope, raw.getPayload()) : null;
        if (quick != null) {
            return notFromTheFuture(quick);
        }
        JsonNode payload = json(raw.getPayload());
        if (payload == null || !payload.isObject()) {
            return Refused.because(
                    MALFORMED_PAYLOAD, "payload " + Findings.quoted(raw.getPayload()) + " is not a JSON object");
        }
        return switch (parser.parse(envelope, payload)) {
            case Refused refused -> refused;
            case Observation observation -> notFromTheFuture(observation);
        };
    }

    private Parsed notFromTheFuture(Observation observation) {
        long observedAt = observation.place().observedAt();
        long time = switch (observation) {
            case BarObservation bar -> bar.openTime();
            case QuoteObservation quote -> quote.providerTime();
            case TradeObservation trade -> trade.providerTime();
            case FundamentalsObservation fundamentals -> observedAt;
            // Announced ahead of its date.
            case CorporateActionObservation action -> observedAt;
        };
        return time <= observedAt + tolerance
                ? observation
                : Refused.because(
                        FROM_THE_FUTURE,
                        "its time " + Micros.instant(time) + " is later than its observation at "
                                + Micros.instant(observedAt));
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException | NumberFormatException e) {
            // A number like 1e99999999999 escapes the parser as the latter.
            return null;
        }
    }

    private static Map.Entry<String, PayloadParser> reads(Source source, Feed feed, PayloadParser parser) {
        return Map.entry(name(source.name(), feed.name()), parser);
    }

    private static String name(String source, String feed) {
        return source + '/' + feed;
    }
}
