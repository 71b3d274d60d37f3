package dev.marketlake.ingest.polygon;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One-minute aggregates of Polygon, as traded, before and after hours included. The key goes in a header, never in the address. */
public final class PolygonMinutes implements Provider {
    private static final int LARGEST_PAGE = 50_000;

    private final Access access;
    private final PolygonSettings settings;
    private final Function<Symbol, String> spelling;
    private final Clock clock;
    private final ProviderCall call;
    private final AggregatesBody body;

    /** @param spelling how the provider spells a symbol */
    public PolygonMinutes(
            HttpGet http, Access access, PolygonSettings settings, Function<Symbol, String> spelling, Clock clock) {
        this.access = access;
        this.settings = settings;
        this.spelling = spelling;
        this.clock = clock;
        this.call = new ProviderCall(http, access, source(), Feed.INTRADAY_BAR, Optional.of(Interval.M1));
        this.body = new AggregatesBody(access.key());
    }

    @Override
    public Source source() {
        return Source.POLYGON;
    }

    @Override
    public Fetch fetch(Symbol symbol) {
        String spelled = spelling.apply(symbol);
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + access.key().plain());
        return call.make(symbol, uri(spelled), headers, text -> body.read(text, spelled));
    }

    private URI uri(String spelled) {
        Instant now = clock.instant();
        return URI.create(access.baseUrl() + "/v2/aggs/ticker/" + URLEncoder.encode(spelled, StandardCharsets.UTF_8)
                + "/range/1/minute/" + now.minus(settings.lookback()).toEpochMilli()
                + "/" + now.minus(settings.delay()).toEpochMilli()
                + "?adjusted=false&sort=asc&limit=" + LARGEST_PAGE);
    }
}
