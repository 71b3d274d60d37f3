package dev.marketlake.stream.observation;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/**
 * A bar as a provider stated it.
 *
 * @param openTime start of the bar, microseconds since the epoch, UTC, whatever the provider's stamp means
 */
public record BarObservation(
        Symbol symbol,
        Interval interval,
        Source source,
        PriceBasis basis,
        long openTime,
        BarContent content,
        Reasons notes,
        Place place)
        implements Observation {}
