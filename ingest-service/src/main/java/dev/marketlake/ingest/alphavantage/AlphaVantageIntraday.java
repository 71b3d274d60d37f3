package dev.marketlake.ingest.alphavantage;

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
 * One-minute bars of Alpha Vantage's TIME_SERIES_INTRADAY, as traded: the provider's own default would adjust them for splits and
 * dividends. The newest bar may still be forming; it is published as it is, and again when it has changed.
 */
public final class AlphaVantageIntraday implements Provider {
    private static final String INTERVAL = "1min";

    private final Access access;
    private final AlphaVantageSettings settings;
    private final Function<Symbol, String> spelling;
    private final ProviderCall call;
    private final IntradayBody body;

    /** @param spelling how the provider spells a symbol */
    public AlphaVantageIntraday(
            HttpGet http, Access access, AlphaVantageSettings settings, Function<Symbol, String> spelling) {
        this.access = access;
        this.settings = settings;
        this.spelling = spelling;
        this.call = new ProviderCall(http, access, source(), Feed.INTRADAY_BAR, Optional.of(Interval.M1));
        this.body = new IntradayBody(access.key(), settings.stamp(), INTERVAL);
    }

    @Override
    public Source source() {
        return Source.ALPHA_VANTAGE;
    }

    @Override
    public Fetch fetch(Symbol symbol) {
        String spelled = spelling.apply(symbol);
        return call.make(symbol, uri(spelled), Map.of(), text -> body.read(text, spelled));
    }

    private URI uri(String spelled) {
        return URI.create(access.baseUrl() + "/query?function=TIME_SERIES_INTRADAY&symbol="
                + URLEncoder.encode(spelled, StandardCharsets.UTF_8)
                + "&interval=" + INTERVAL
                + "&outputsize=" + settings.outputSize()
                + "&extended_hours=" + settings.extendedHours()
                + "&adjusted=false&datatype=json&apikey=" + access.key().urlEncoded());
    }
}
