package dev.marketlake.stream.rollup;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.observation.Micros;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The stretches of regular trading that bars of an interval are rolled up over: the clock grid, counted from local midnight and cut at
 * the open and the close; a day is one. Times are microseconds since the epoch. Used by one thread.
 *
 * <pre>
 *   1h, NYSE:  09:30 - 10:00 | 10:00 - 11:00 | ... | 15:00 - 16:00
 * </pre>
 */
public final class SlotGrid {
    private final TradingCalendar calendar;
    private final Interval interval;
    private final long length;
    private LocalDate date = LocalDate.MIN;
    private long open;
    private long close;
    private long phase;

    /**
     * From its start, which is the open time of the bar, to its end, which belongs to the next.
     *
     * @param open first instant
     * @param end first instant after it
     */
    public record Slot(long open, long end) {}

    public SlotGrid(TradingCalendar calendar, Interval interval) {
        this.calendar = calendar;
        this.interval = interval;
        this.length = interval.length().toNanos() / 1_000;
    }

    /** The slot that holds a time of regular trading. @throws java.util.NoSuchElementException where the exchange is closed that day */
    public Slot holding(long time) {
        goTo(calendar.localDate(Micros.instant(time)));
        if (!interval.isIntraday()) {
            return new Slot(open, close);
        }
        long start = time - Math.floorMod(time - open + phase, length);
        return new Slot(Math.max(start, open), Math.min(start + length, close));
    }

    /** Whether a slot starts at {@code time}. */
    public boolean starts(long time) {
        boolean trades = calendar.day(calendar.localDate(Micros.instant(time))).isPresent();
        return trades && holding(time).open() == time;
    }

    private void goTo(LocalDate wanted) {
        if (wanted.equals(date)) {
            return;
        }
        TradingDay day = calendar.day(wanted).orElseThrow();
        Instant opening = day.regularOpen();
        long clock = opening.atZone(calendar.zone()).toLocalTime().toNanoOfDay() / 1_000;
        open = Micros.of(opening);
        close = Micros.of(day.regularClose());
        phase = clock % length;
        date = wanted;
    }
}
