package dev.marketlake.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;

/** Says which sessions are special, for example close early. */
public sealed interface DayRule {
    /** Whether it means a session. @param trades whether a date is a session */
    boolean means(LocalDate session, Predicate<LocalDate> trades);

    /**
     * Reads one of these; capitals do not matter.
     *
     * <pre>
     *   2019-12-24                           that date
     *   12-24                                24 December of each year, where that is a session
     *   last session before 12-25
     *   day after 4th Thursday of November
     * </pre>
     *
     * @throws IllegalArgumentException saying how a rule is written
     */
    static DayRule parse(String text) {
        return DayRuleText.parse(text);
    }

    /** One date. */
    record On(LocalDate date) implements DayRule {
        @Override
        public boolean means(LocalDate session, Predicate<LocalDate> trades) {
            return session.equals(date);
        }
    }

    /** The same date of each year. */
    record EachYearOn(MonthDay day) implements DayRule {
        @Override
        public boolean means(LocalDate session, Predicate<LocalDate> trades) {
            return MonthDay.from(session).equals(day);
        }
    }

    /** The last session before a date of each year. */
    record LastBefore(MonthDay day) implements DayRule {
        @Override
        public boolean means(LocalDate session, Predicate<LocalDate> trades) {
            LocalDate thisYear = day.atYear(session.getYear());
            LocalDate next = thisYear.isAfter(session) ? thisYear : day.atYear(session.getYear() + 1);
            return session.plusDays(1).datesUntil(next).noneMatch(trades);
        }
    }

    /** The day after the n-th weekday of a month. @param nth 1 to 4 */
    record DayAfter(int nth, DayOfWeek weekday, Month month) implements DayRule {
        @Override
        public boolean means(LocalDate session, Predicate<LocalDate> trades) {
            LocalDate before = session.minusDays(1);
            return before.getMonth() == month
                    && before.equals(before.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
        }
    }
}
