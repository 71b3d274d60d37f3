package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.rollup.SlotGrid;
import dev.marketlake.stream.series.BarCell;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** When a bar is complete: its end, cut at the end of its session, plus a grace has passed. All times in microseconds since the epoch. */
final class Completeness {
    private final ToLongFunction<BarCell> end;
    private final long grace;

    private Completeness(ToLongFunction<BarCell> end, Duration grace) {
        this.end = end;
        this.grace = grace.toNanos() / 1_000;
    }

    /** Of the bars that a source sends: the interval after their open time, cut at the end of their session. */
    static Completeness ofSource(TradingCalendar calendar, Interval interval, Duration grace) {
        long length = interval.length().toNanos() / 1_000;
        return new Completeness(cell -> end(calendar, cell, cell.openTime() + length), grace);
    }

    /** Of roll-ups: the end of their slot. */
    static Completeness ofSlots(SlotGrid grid, Duration grace) {
        return new Completeness(cell -> grid.holding(cell.openTime()).end(), grace);
    }

    /** First instant after a bar. */
    long end(BarCell cell) {
        return end.applyAsLong(cell);
    }

    /** @param clock the later of the wall clock and the symbol's latest observation */
    boolean reached(BarCell cell, long clock) {
        return end(cell) + grace <= clock;
    }

    private static long end(TradingCalendar calendar, BarCell cell, long end) {
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
