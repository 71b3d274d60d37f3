package dev.marketlake.stream.screen;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Interval;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** The clock grid of an interval, counted from local midnight and cut at session edges: a 1h bar may also start at 09:30. */
public final class Grid {
    private Grid() {}

    /** Whether an intraday bar may start at {@code openTime}. */
    public static boolean holds(TradingCalendar calendar, Interval interval, Instant openTime) {
        LocalTime local = openTime.atZone(calendar.zone()).toLocalTime();
        if (local.toNanoOfDay() % interval.length().toNanos() == 0) {
            return true;
        }
        Optional<TradingDay> day = calendar.day(calendar.localDate(openTime));
        return day.isPresent()
                && (openTime.equals(day.get().preOpen())
                        || openTime.equals(day.get().regularOpen())
                        || openTime.equals(day.get().regularClose()));
    }
}
