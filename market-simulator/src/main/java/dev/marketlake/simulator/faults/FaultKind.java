package dev.marketlake.simulator.faults;

import dev.marketlake.market.Source;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can go wrong with an answer, and with whose. */
public enum FaultKind {
    /** HTTP 200, {@code {"Information": ...}}: too fast. */
    THROTTLE_BURST(Source.ALPHA_VANTAGE),
    /** HTTP 200, {@code {"Information": ...}} with the caller's key in its text: the day is used up. */
    THROTTLE_DAILY(Source.ALPHA_VANTAGE),
    /** HTTP 200, {@code {"Note": ...}}: the older throttle. */
    THROTTLE_NOTE(Source.ALPHA_VANTAGE),
    /** HTTP 429. */
    TOO_MANY_REQUESTS(Source.FINNHUB),
    /** HTTP 503 without JSON. */
    UNAVAILABLE(Source.ALPHA_VANTAGE, Source.FINNHUB),
    /** The right answer, late. */
    SLOW(Source.ALPHA_VANTAGE, Source.FINNHUB),
    /** The right answer, cut off in the middle; its Content-Length fits the cut. */
    TRUNCATED(Source.ALPHA_VANTAGE, Source.FINNHUB),
    /** The answer of one market minute ago: an identical quote, a wholly overlapping window. */
    REPEATED(Source.ALPHA_VANTAGE, Source.FINNHUB),
    /** Bars whose close and volume are corrected some market minutes later. A rate per bar, not per request. */
    CORRECTED(Source.ALPHA_VANTAGE);

    private final Set<Source> providers;

    FaultKind(Source first, Source... more) {
        providers = EnumSet.of(first, more);
    }

    /** Whether answers of {@code provider} can have this fault. */
    public boolean concerns(Source provider) {
        return providers.contains(provider);
    }

    /** Whether it befalls requests, rather than bars. */
    public boolean isPerRequest() {
        return this != CORRECTED;
    }

    /** As in settings, for example {@code throttle-burst}. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
