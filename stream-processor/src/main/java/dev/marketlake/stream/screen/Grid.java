package dev.marketlake.stream.screen;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.DayFinder.Hours;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;

/**
 * The clock grid of an interval, counted from local midnight and cut at session edges: a 1h bar may also start at 09:30. Used by one
 * thread.
 */
public final class Grid {
    private final DayFinder days;
    private final long length;

    public Grid(TradingCalendar calendar, Interval interval) {
        this.days = new DayFinder(calendar);
        this.length = interval.length().toNanos() / 1_000;
    }

    /** Whether an intraday bar may start at {@code openTime}, microseconds since the epoch, UTC. */
    public boolean holds(long openTime) {
        if (days.clock(openTime) % length == 0) {
            return true;
        }
        Hours hours = days.hours(openTime).orElse(null);
        return hours != null
                && (openTime == hours.preOpen() || openTime == hours.regularOpen() || openTime == hours.regularClose());
    }
}
