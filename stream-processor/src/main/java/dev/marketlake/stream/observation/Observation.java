package dev.marketlake.stream.observation;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/** One thing a provider said about a followed symbol. */
public sealed interface Observation extends Parsed
        permits BarObservation,
                QuoteObservation,
                TradeObservation,
                FundamentalsObservation,
                CorporateActionObservation {
    Symbol symbol();

    Source source();

    Place place();

    /** Advisory reasons found while reading it. */
    Reasons notes();
}
