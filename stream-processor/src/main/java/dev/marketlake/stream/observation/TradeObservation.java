package dev.marketlake.stream.observation;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/**
 * One execution.
 *
 * @param providerTime when it happened, microseconds since the epoch, UTC
 */
public record TradeObservation(
        Symbol symbol, Source source, long providerTime, TradeContent content, Reasons notes, Place place)
        implements Observation {}
