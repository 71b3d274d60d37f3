package dev.marketlake.stream.parse;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a raw record says around its payload.
 *
 * @param calendar the symbol's
 * @param interval label of the bar length; null for what is no bar
 */
record Envelope(
        Symbol symbol,
        TradingCalendar calendar,
        Source source,
        @Nullable String interval,
        Place place) {}
