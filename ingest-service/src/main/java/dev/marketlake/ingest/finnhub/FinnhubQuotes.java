package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.fetch.ProviderCall;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Quote snapshots of Finnhub's /quote. */
public final class FinnhubQuotes implements Provider {
    private final Access access;
    private final Function<Symbol, String> spelling;
    private final ProviderCall call;
    private final QuoteBody body;

    /** @param spelling how the provider spells a symbol */
    public FinnhubQuotes(HttpGet http, Access access, Function<Symbol, String> spelling) {
        this.access = access;
        this.spelling = spelling;
        this.call = new ProviderCall(http, access, source(), Feed.QUOTE, Optional.empty());
        this.body = new QuoteBody(access.key());
    }

    @Override
    public Source source() {
        return Source.FINNHUB;
    }

    @Override
    public Fetch fetch(Symbol symbol) {
        String spelled = spelling.apply(symbol);
        URI uri = URI.create(access.baseUrl() + "/quote?symbol=" + URLEncoder.encode(spelled, StandardCharsets.UTF_8));
        return call.make(
                symbol, uri, Map.of("X-Finnhub-Token", access.key().plain()), text -> body.read(text, spelled));
    }
}
