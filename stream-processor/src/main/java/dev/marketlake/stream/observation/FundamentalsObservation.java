package dev.marketlake.stream.observation;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/**
 * What a provider says of a company.
 *
 * @param answer which of the provider's answers it is, for example {@code profile}: answers are told apart, for each leaves out what
 *     another has
 */
public record FundamentalsObservation(
        Symbol symbol, Source source, String answer, FundamentalsContent content, Reasons notes, Place place)
        implements Observation {}
