package dev.marketlake.stream.measure;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Scales the volatility of bars to a trading year: times the square root of bars in a year, that is minutes traded in a year over
 * minutes of the interval. A 1m bar of the NYSE: sqrt(252 x 390) = 313.5.
 *
 * @param factor what a per-bar volatility is multiplied with, dimensionless
 */
public record Annualization(double factor) {
    public static Annualization of(TradingCalendar calendar, Interval interval) {
        return new Annualization(
                Math.sqrt((double) calendar.minutesPerYear() / interval.length().toMinutes()));
    }

    @Nullable
    Double of(@Nullable Double volatility) {
        return volatility == null ? null : volatility * factor;
    }
}
