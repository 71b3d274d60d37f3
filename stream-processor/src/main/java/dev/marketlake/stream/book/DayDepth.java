package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.stream.measure.daily.DailyReadings;
import java.time.LocalDate;

/**
 * How far back daily bars go: three years can be corrected, and all that the readings of the first of those days look at is kept.
 *
 * <pre>
 *   | only read: 271 sessions, or to the last of the year before | can be corrected: 3 years |
 *   |------------------------------------------------------------|---------------------------|
 *   oldest                                                       first                  newest
 * </pre>
 *
 * @param oldest first trade date that is kept
 * @param first first trade date that can be corrected
 */
record DayDepth(LocalDate oldest, LocalDate first) {
    private static final int YEARS = 3;
    private static final DayDepth EVERYTHING = new DayDepth(LocalDate.MIN, LocalDate.MIN);

    /** @param newest trade date of the symbol's newest bar; LocalDate.MIN where there is none yet */
    static DayDepth of(TradingCalendar calendar, LocalDate newest) {
        if (newest.equals(LocalDate.MIN)) {
            return EVERYTHING;
        }
        LocalDate first = newest.minusYears(YEARS);
        LocalDate window = calendar.sessionsBefore(first, DailyReadings.SESSIONS_BACK);
        LocalDate yearEnd = calendar.sessionsBefore(first.withDayOfYear(1).minusDays(1), 0);
        return new DayDepth(window.isBefore(yearEnd) ? window : yearEnd, first);
    }
}
