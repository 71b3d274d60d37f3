package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.FROM_THE_FUTURE;
import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;
import static dev.marketlake.stream.observation.Reason.OFF_SCHEMA;
import static dev.marketlake.stream.observation.Reason.UNKNOWN_SYMBOL;
import static dev.marketlake.stream.observation.Reason.UNSUPPORTED_FEED;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Refused;
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
    private static final Map<String, PayloadParser> PARSERS = Map.of(
            name(Source.ALPHA_VANTAGE.name(), Feed.INTRADAY_BAR.name()),
            ALPHA_VANTAGE_BARS,
            name(Source.FINNHUB.name(), Feed.QUOTE.name()),
            new FinnhubQuotes());

    private static final int LONGEST_ID = 200;

    private final Map<String, Symbol> followed;
    private final long tolerance;
    private final AlphaVantageScan scan = new AlphaVantageScan();

    /** @param tolerance how much later than its observation an event may claim to be */
    public Parsing(Watchlist watchlist, Duration tolerance) {
        this.followed = watchlist.symbols().stream().collect(Collectors.toMap(Symbol::value, symbol -> symbol));
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
        Symbol symbol = followed.get(raw.getSymbol());
        if (symbol == null) {
            return Refused.because(
                    UNKNOWN_SYMBOL, "symbol " + Findings.quoted(raw.getSymbol()) + " is not in config/symbols.yml");
        }
        if (raw.getRequestId().length() > LONGEST_ID) {
            return Refused.because(OFF_SCHEMA, "requestId is longer than " + LONGEST_ID + " characters");
        }
        Place place = new Place(Micros.of(raw.getObservedAt()), raw.getRequestId(), raw.getSequence());
        Envelope envelope = new Envelope(symbol, Source.valueOf(raw.getSource()), raw.getInterval(), place);
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
        long time = switch (observation) {
            case BarObservation bar -> bar.openTime();
            case QuoteObservation quote -> quote.providerTime();
        };
        long observedAt = observation.place().observedAt();
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
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String name(String source, String feed) {
        return source + '/' + feed;
    }
}
