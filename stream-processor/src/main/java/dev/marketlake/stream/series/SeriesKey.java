package dev.marketlake.stream.series;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;

/** What the bars of a series have in common. */
public record SeriesKey(Symbol symbol, Interval interval, Provenance provenance, PriceBasis basis) {}
