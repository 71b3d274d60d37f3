package dev.marketlake.stream.parse;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a raw record says around its payload.
 *
 * @param interval label of the bar length; null for quotes
 */
record Envelope(Symbol symbol, Source source, @Nullable String interval, Place place) {}
