package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.series.BarCell;
import java.time.Duration;
import java.time.LocalDate;

/** When a bar is complete: its end, cut at the end of its session, plus a grace has passed. All times in microseconds since the epoch. */
final class Completeness {
    private final TradingCalendar calendar;
    private final long length;
    private final long grace;

    Completeness(TradingCalendar calendar, Interval interval, Duration grace) {
        this.calendar = calendar;
        this.length = interval.length().toNanos() / 1_000;
        this.grace = grace.toNanos() / 1_000;
    }

    /** @param clock the later of the wall clock and the symbol's latest observation */
    boolean reached(BarCell cell, long clock) {
        return end(cell) + grace <= clock;
    }

    /** Whether the trading of a date is over; a date without trading is. */
    boolean reached(LocalDate date, long clock) {
        return calendar.day(date)
                .map(day -> Micros.of(day.regularClose()) + grace <= clock)
                .orElse(true);
    }

    private long end(BarCell cell) {
        long end = cell.openTime() + length;
        return calendar.day(cell.tradeDate())
                .map(day -> Math.min(end, sessionEnd(day, cell, end)))
                .orElse(end);
    }

    private static long sessionEnd(TradingDay day, BarCell cell, long end) {
        return switch (cell.session()) {
            case PRE -> Micros.of(day.regularOpen());
            case REGULAR -> Micros.of(day.regularClose());
            case POST -> Micros.of(day.postClose());
            case CLOSED -> end;
        };
    }
}
