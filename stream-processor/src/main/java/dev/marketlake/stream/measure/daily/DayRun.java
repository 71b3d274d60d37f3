package dev.marketlake.stream.measure.daily;

import dev.marketlake.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Every session of a calendar from the first day that has a close to the last, in arrays: what daily readings are computed from. A
 * session without a usable bar keeps its place, so that n sessions before are n indexes before. Used by one thread.
 *
 * <pre>
 *   index       0      1      2    ...  size-1
 *   date        d0  &lt;  d1  &lt;  d2  ...           consecutive sessions
 *   close       price units, NaN where the session has none; as traded
 *   observedAt  microseconds since the epoch
 *   change      ln(close / previous session's close), split-adjusted; NaN unless both have one
 *   volatility  of the last 20 changes, see {@link DailyVolatility}; NaN where not ready
 * </pre>
 */
public final class DayRun {
    private static final int START = 64;

    private final TradingCalendar calendar;
    private final SplitFactors splits;
    private int size;
    private LocalDate[] date = new LocalDate[START];
    private double[] close = new double[START];
    private long[] observedAt = new long[START];
    private double[] change = new double[START];
    private double[] volatility = new double[START];

    public DayRun(TradingCalendar calendar, SplitFactors splits) {
        this.calendar = calendar;
        this.splits = splits;
    }

    public int size() {
        return size;
    }

    public LocalDate date(int index) {
        return date[index];
    }

    /** Whether the session has a close; false outside the run. */
    public boolean has(int index) {
        return index >= 0 && index < size && !Double.isNaN(close[index]);
    }

    /** Index of a session, or -(where it belongs) - 1. */
    public int find(LocalDate session) {
        return Arrays.binarySearch(date, 0, size, session);
    }

    /**
     * Sets the close of a session.
     *
     * @param newClose above 0, in price units, as traded
     * @param seenAt microseconds since the epoch, UTC
     * @return whether that changes anything
     * @throws IllegalArgumentException where the exchange is closed that day
     */
    public boolean put(LocalDate session, double newClose, long seenAt) {
        int known = find(session);
        if (known >= 0 && close[known] == newClose && observedAt[known] == seenAt) {
            return false;
        }
        int index = known >= 0 ? known : reach(session);
        close[index] = newClose;
        observedAt[index] = seenAt;
        refresh(index);
        return true;
    }

    /** Takes the close of a session out. @return whether there was one */
    public boolean clear(LocalDate session) {
        int index = find(session);
        if (!has(index)) {
            return false;
        }
        close[index] = Double.NaN;
        refresh(index);
        return true;
    }

    /** Works out afresh what compares closes across a date whose split has changed. */
    public void splitChanged(LocalDate exDate) {
        int found = find(exDate);
        int index = found >= 0 ? found : -found - 1;
        if (index < size) {
            refresh(index);
        }
    }

    /** Forgets the sessions before {@code first}. */
    public void dropBefore(LocalDate first) {
        int found = find(first);
        int count = found >= 0 ? found : -found - 1;
        move(count, 0, size - count);
        Arrays.fill(date, size - count, size, null);
        size -= count;
    }

    double close(int index) {
        return close[index];
    }

    /** Close of a session as it compares with the prices of a later one, splits in between taken out. */
    double close(int index, int seenFrom) {
        return close[index] / splits.between(date[index], date[seenFrom]);
    }

    double change(int index) {
        return change[index];
    }

    /** NaN where not ready. */
    double volatility(int index) {
        return volatility[index];
    }

    long observedAt(int index) {
        return observedAt[index];
    }

    /** When the last split with an ex-date after the one session and up to the other became known; Long.MIN_VALUE where there is none. */
    long splitsObservedAt(int after, int upTo) {
        return splits.observedAt(date[after], date[upTo]);
    }

    /** Index of the last session of the year before, -1 where it is not in the run. */
    int lastOfYearBefore(int index) {
        int found = find(date[index].withDayOfYear(1));
        return (found >= 0 ? found : -found - 1) - 1;
    }

    /** What rests on the close at an index: the change to it, the change from it, and the volatilities over those. */
    private void refresh(int index) {
        change[index] = changeTo(index);
        if (index + 1 < size) {
            change[index + 1] = changeTo(index + 1);
        }
        for (int i = index; i < size && i <= index + DailyVolatility.CHANGES; i++) {
            volatility[i] = DailyVolatility.at(this, i, calendar.sessionsPerYear());
        }
    }

    private double changeTo(int index) {
        return has(index - 1) && has(index) ? Math.log(close[index] / close(index - 1, index)) : Double.NaN;
    }

    /** Makes room for a session that is not in the run, and for those between. @return its index */
    private int reach(LocalDate session) {
        if (calendar.day(session).isEmpty()) {
            throw new IllegalArgumentException(session + " is no session of " + calendar.name());
        }
        if (size == 0) {
            open(0, session);
            return 0;
        }
        while (date[size - 1].isBefore(session)) {
            open(size, after(date[size - 1]));
        }
        if (date[0].isAfter(session)) {
            prepend(session);
        }
        return find(session);
    }

    private void prepend(LocalDate session) {
        int count = 0;
        for (LocalDate day = session; day.isBefore(date[0]); day = after(day)) {
            count++;
        }
        int before = size;
        ensure(size + count);
        move(0, count, before);
        size = before + count;
        LocalDate day = session;
        for (int i = 0; i < count; i++, day = after(day)) {
            blank(i, day);
        }
    }

    private void open(int index, LocalDate session) {
        ensure(index + 1);
        size = index + 1;
        blank(index, session);
    }

    private void blank(int index, LocalDate session) {
        date[index] = session;
        close[index] = Double.NaN;
        observedAt[index] = 0;
        change[index] = Double.NaN;
        volatility[index] = Double.NaN;
    }

    private LocalDate after(LocalDate session) {
        LocalDate day = session.plusDays(1);
        while (calendar.day(day).isEmpty()) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(date, from, date, to, count);
        System.arraycopy(close, from, close, to, count);
        System.arraycopy(observedAt, from, observedAt, to, count);
        System.arraycopy(change, from, change, to, count);
        System.arraycopy(volatility, from, volatility, to, count);
    }

    private void ensure(int wanted) {
        if (wanted > date.length) {
            int length = Math.max(wanted, date.length * 2);
            date = Arrays.copyOf(date, length);
            close = Arrays.copyOf(close, length);
            observedAt = Arrays.copyOf(observedAt, length);
            change = Arrays.copyOf(change, length);
            volatility = Arrays.copyOf(volatility, length);
        }
    }
}
