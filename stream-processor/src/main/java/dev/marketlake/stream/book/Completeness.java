package dev.marketlake.stream.book;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.DayFinder.Hours;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
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
        DayFinder days = new DayFinder(calendar);
        long length = interval.length().toNanos() / 1_000;
        return new Completeness(cell -> end(days, cell, cell.openTime() + length), grace);
    }

    /** Of regular bars that are rolled up or sent: the end of their slot; off the grid as of bars that a source sends. */
    static Completeness ofSlots(TradingCalendar calendar, Interval interval, Duration grace) {
        SlotGrid grid = new SlotGrid(calendar, interval);
        ToLongFunction<BarCell> offGrid = ofSource(calendar, interval, grace).end;
        return new Completeness(
                cell -> {
                    SlotGrid.Slot slot = grid.holding(cell.openTime());
                    return slot.open() == cell.openTime() ? slot.end() : offGrid.applyAsLong(cell);
                },
                grace);
    }

    /** First instant after a bar. */
    long end(BarCell cell) {
        return end.applyAsLong(cell);
    }

    /** @param clock the later of the wall clock and the symbol's latest observation */
    boolean reached(BarCell cell, long clock) {
        return end(cell) + grace <= clock;
    }

    private static long end(DayFinder days, BarCell cell, long end) {
        Hours hours = days.hours(cell.openTime()).orElse(null);
        return hours == null ? end : Math.min(end, sessionEnd(hours, cell, end));
    }

    private static long sessionEnd(Hours hours, BarCell cell, long end) {
        return switch (cell.session()) {
            case PRE -> hours.regularOpen();
            case REGULAR -> hours.regularClose();
            case POST -> hours.postClose();
            case CLOSED -> end;
        };
    }
}
