package dev.marketlake.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Trading days on which the New York Stock Exchange closes at 13:00, by its rules since 1993, which no library has:
 *
 * <ul>
 *   <li>the day after Thanksgiving;
 *   <li>24 December from Monday to Thursday (on a Friday it is the observed holiday);
 *   <li>3 July from Monday to Thursday (on a Friday it is the observed holiday);
 *   <li>until 2012, 4 July on a Thursday moved that to Friday 5 July;
 *   <li>26 December of 1997 and 2003 and 31 December 1999, by special decision.
 * </ul>
 */
final class NyseEarlyCloses {
    private static final int LAST_YEAR_OF_5_JULY = 2012;
    private static final Set<LocalDate> SPECIAL =
            Set.of(LocalDate.of(1997, 12, 26), LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

    private NyseEarlyCloses() {}

    /** Whether {@code date}, a trading day, is one of them. */
    static boolean on(LocalDate date) {
        return switch (date.getMonth()) {
            case JULY -> aroundIndependenceDay(date);
            case NOVEMBER -> date.equals(thanksgiving(date).plusDays(1));
            case DECEMBER -> date.getDayOfMonth() == 24 && !isFriday(date) || SPECIAL.contains(date);
            default -> false;
        };
    }

    private static boolean aroundIndependenceDay(LocalDate date) {
        boolean movedToFriday =
                date.getYear() <= LAST_YEAR_OF_5_JULY && date.withDayOfMonth(4).getDayOfWeek() == DayOfWeek.THURSDAY;
        return movedToFriday ? date.getDayOfMonth() == 5 : date.getDayOfMonth() == 3 && !isFriday(date);
    }

    private static LocalDate thanksgiving(LocalDate november) {
        return november.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private static boolean isFriday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.FRIDAY;
    }
}
