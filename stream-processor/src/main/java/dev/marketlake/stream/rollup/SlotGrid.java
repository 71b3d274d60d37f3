package dev.marketlake.stream.rollup;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.DayFinder.Hours;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;

/**
 * The stretches of regular trading that bars of an interval are rolled up over: the clock grid, counted from local midnight and cut at
 * the open and the close; a day is one. Times are microseconds since the epoch. Used by one thread.
 *
 * <pre>
 *   1h, NYSE:  09:30 - 10:00 | 10:00 - 11:00 | ... | 15:00 - 16:00
 * </pre>
 */
public final class SlotGrid {
    private final DayFinder days;
    private final Interval interval;
    private final long length;

    /**
     * From its start, which is the open time of the bar, to its end, which belongs to the next.
     *
     * @param open first instant
     * @param end first instant after it
     */
    public record Slot(long open, long end) {
        /** Whether a bar that opens at {@code time} belongs to it. */
        public boolean holds(long time) {
            return time >= open && time < end;
        }
    }

    public SlotGrid(TradingCalendar calendar, Interval interval) {
        this.days = new DayFinder(calendar);
        this.interval = interval;
        this.length = interval.length().toNanos() / 1_000;
    }

    /** The slot that holds a time of regular trading. @throws java.util.NoSuchElementException where the exchange is closed that day */
    public Slot holding(long time) {
        Hours hours = days.hours(time).orElseThrow();
        long open = hours.regularOpen();
        long close = hours.regularClose();
        if (!interval.isIntraday()) {
            return new Slot(open, close);
        }
        long start = time - Math.floorMod(time - open + days.clock(open) % length, length);
        return new Slot(Math.max(start, open), Math.min(start + length, close));
    }

    /** Whether a slot starts at {@code time}. */
    public boolean starts(long time) {
        return days.hours(time).isPresent() && holding(time).open() == time;
    }
}
