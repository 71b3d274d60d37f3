package dev.marketlake.stream.observation;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.time.LocalDate;

/**
 * A split or a dividend, as a provider stated it; it may lie ahead.
 *
 * @param date ex-date, in the exchange's local calendar
 */
public record CorporateActionObservation(
        Symbol symbol, Source source, LocalDate date, CorporateActionContent content, Reasons notes, Place place)
        implements Observation {}
