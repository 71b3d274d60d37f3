package dev.marketlake.simulator;

import dev.marketlake.market.Source;
import dev.marketlake.simulator.alphavantage.AlphaVantageAnswers;
import dev.marketlake.simulator.alphavantage.AlphaVantageErrors;
import dev.marketlake.simulator.faults.Admission;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.market.MarketView;

/** Alpha Vantage at {@code /query}: everything it has to say, it says with HTTP 200. */
final class AlphaVantageDoor implements Door {
    @Override
    public Source provider() {
        return Source.ALPHA_VANTAGE;
    }

    @Override
    public Reply answer(Query query, MarketView view) {
        return Reply.json(200, AlphaVantageAnswers.answer(query.parameters(), view));
    }

    @Override
    public Reply overLimit(Admission.Span span, Query query) {
        return switch (span) {
            case SECOND, MINUTE -> throttled(FaultKind.THROTTLE_BURST, query);
            case DAY -> throttled(FaultKind.THROTTLE_DAILY, query);
        };
    }

    @Override
    public Reply throttled(FaultKind kind, Query query) {
        return Reply.json(
                200,
                switch (kind) {
                    case THROTTLE_DAILY -> AlphaVantageErrors.daily(query.parameter("apikey"));
                    case THROTTLE_NOTE -> AlphaVantageErrors.note();
                    default -> AlphaVantageErrors.burst();
                });
    }
}
