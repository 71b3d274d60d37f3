package dev.marketlake.stream.observation;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/**
 * A snapshot of the last price.
 *
 * @param providerTime when the provider says the price was current, microseconds since the epoch, UTC
 */
public record QuoteObservation(
        Symbol symbol, Source source, long providerTime, QuoteContent content, Reasons notes, Place place)
        implements Observation {}
