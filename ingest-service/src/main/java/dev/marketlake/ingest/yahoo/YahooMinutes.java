package dev.marketlake.ingest.yahoo;

import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.fetch.ProviderCall;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One-minute bars of Yahoo's chart. The newest row is the minute so far, stamped with its last trade: it is published as it is, and the
 * stream finds it off the grid.
 */
public final class YahooMinutes implements Provider {
    private static final String GRANULARITY = "1m";

    private final Access access;
    private final YahooSettings settings;
    private final Function<Symbol, String> spelling;
    private final ProviderCall call;
    private final ChartBody body;

    /** @param spelling how the provider spells a symbol */
    public YahooMinutes(HttpGet http, Access access, YahooSettings settings, Function<Symbol, String> spelling) {
        this.access = access;
        this.settings = settings;
        this.spelling = spelling;
        this.call = new ProviderCall(http, access, source(), Feed.INTRADAY_BAR, Optional.of(Interval.M1));
        this.body = new ChartBody(access.key(), GRANULARITY);
    }

    @Override
    public Source source() {
        return Source.YAHOO;
    }

    @Override
    public Fetch fetch(Symbol symbol) {
        String spelled = spelling.apply(symbol);
        return call.make(
                symbol, uri(spelled), Map.of("User-Agent", settings.userAgent()), text -> body.bars(text, spelled));
    }

    private URI uri(String spelled) {
        return URI.create(access.baseUrl() + "/v8/finance/chart/"
                + URLEncoder.encode(spelled, StandardCharsets.UTF_8)
                + "?interval=" + GRANULARITY
                + "&range=" + settings.range()
                + "&includePrePost=" + settings.extendedHours()
                + "&events=div%7Csplit");
    }
}
