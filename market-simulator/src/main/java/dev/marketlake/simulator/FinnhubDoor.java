package dev.marketlake.simulator;

import dev.marketlake.market.Source;
import dev.marketlake.simulator.faults.Admission;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.finnhub.FinnhubErrors;
import dev.marketlake.simulator.finnhub.FinnhubQuote;
import dev.marketlake.simulator.market.MarketView;

/** Finnhub under {@code /api/v1}: quotes for any key; candles are a paid resource, as on its free plan. */
final class FinnhubDoor implements Door {
    static final String ROOT = "/api/v1/";

    @Override
    public Source provider() {
        return Source.FINNHUB;
    }

    @Override
    public Reply answer(Query query, MarketView view) {
        if (query.parameter("token").isBlank() && query.tokenHeader().isBlank()) {
            return Reply.json(401, FinnhubErrors.invalidKey());
        }
        return switch (query.path()) {
            case ROOT + "quote" -> Reply.json(200, FinnhubQuote.body(query.parameter("symbol"), view));
            case ROOT + "stock/candle" -> Reply.json(403, FinnhubErrors.noAccess());
            default -> Reply.plain(404, "not found");
        };
    }

    @Override
    public Reply overLimit(Admission.Span span, Query query) {
        return throttled(FaultKind.TOO_MANY_REQUESTS, query);
    }

    @Override
    public Reply throttled(FaultKind kind, Query query) {
        return Reply.json(429, FinnhubErrors.limitReached());
    }
}
