package dev.marketlake.stream.series;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bars of one key and session class, ordered by open time, each open time once. Used by one thread. */
public final class BarSeries {
    private static final int STEPS_BACK = 8;
    /**
     * Bars at the end that are kept ready for use: those that are worked on. More of them outlive the young generation where there are many
     * symbols; a bar before them is read from its bytes in about a microsecond.
     */
    private static final int WARM = 2;

    private final SeriesKey key;
    private final SessionClass sessionClass;
    private final TradingCalendar calendar;
    private final DayFinder days;
    private final SlotKey slots;
    private final List<BarCell> cells = new ArrayList<>();

    BarSeries(SeriesKey key, SessionClass sessionClass, TradingCalendar calendar, SlotKey slots) {
        this.key = key;
        this.sessionClass = sessionClass;
        this.calendar = calendar;
        this.days = new DayFinder(calendar);
        this.slots = slots;
    }

    /** Where its bars stand in the changelog. */
    SlotKey slots() {
        return slots;
    }

    public SeriesKey key() {
        return key;
    }

    public SessionClass sessionClass() {
        return sessionClass;
    }

    public TradingCalendar calendar() {
        return calendar;
    }

    public int size() {
        return cells.size();
    }

    /** @param index from 0, the oldest */
    public BarCell at(int index) {
        return cells.get(index);
    }

    /** Index of the bar at {@code openTime}, or -(where it belongs) - 1. Most bars belong at the end: it looks there first. */
    public int find(long openTime) {
        int high = cells.size() - 1;
        for (int steps = 0; high >= 0 && steps < STEPS_BACK; steps++, high--) {
            long there = cells.get(high).openTime();
            if (there == openTime) {
                return high;
            }
            if (there < openTime) {
                return -(high + 1) - 1;
            }
        }
        int low = 0;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = cells.get(middle).openTime();
            if (there == openTime) {
                return middle;
            }
            if (there < openTime) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** Puts a bar where {@link #find} said it belongs. */
    public BarCell insert(int index, StoredBar bar) {
        long openTime = bar.openTime();
        return put(index, new BarCell(bar, days.date(openTime), days.part(openTime)));
    }

    /** Takes up a bar as it was saved, in place of what was known of it. */
    void restore(Outline outline, byte[] saved) {
        long openTime = outline.openTime();
        int index = find(openTime);
        if (index >= 0) {
            at(index).restore(outline, saved);
        } else {
            put(-index - 1, new BarCell(outline, saved, days.date(openTime), days.part(openTime)));
        }
    }

    private BarCell put(int index, BarCell cell) {
        cells.add(index, cell);
        int cooling = cells.size() - 1 - WARM;
        if (cooling >= 0) {
            cells.get(cooling).cool();
        }
        if (index < cooling) {
            cell.cool();
        }
        return cell;
    }

    public void remove(int index) {
        cells.remove(index);
    }

    /** Forgets the {@code count} oldest bars; the changelog forgets them when their slots are used again. */
    public void removeOldest(int count) {
        cells.subList(0, count).clear();
    }

    /** Index of the first bar on or after a trade date; the size where there is none. */
    public int firstOn(LocalDate date) {
        int index = cells.size();
        while (index > 0 && !cells.get(index - 1).tradeDate().isBefore(date)) {
            index--;
        }
        return index;
    }

    /** Index of the first bar on the trade date of the bar at {@code index}. */
    public int startOfDate(int index) {
        int start = index;
        while (start > 0
                && cells.get(start - 1).tradeDate().equals(cells.get(index).tradeDate())) {
            start--;
        }
        return start;
    }
}
