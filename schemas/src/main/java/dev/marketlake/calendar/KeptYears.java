package dev.marketlake.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The trading days of a calendar, worked out a year at a time and kept. Safe for any thread. */
final class KeptYears {
    /** Years worth remembering. Others, which only garbage has, are worked out anew, so that garbage cannot fill the memory. */
    private static final int FIRST_KEPT = 1950;

    private static final int LAST_KEPT = 2100;

    private final IntFunction<Map<LocalDate, TradingDay>> daysOf;
    private final Map<Integer, Map<LocalDate, TradingDay>> years = new ConcurrentHashMap<>();

    /** @param daysOf works out all trading days of a year */
    KeptYears(IntFunction<Map<LocalDate, TradingDay>> daysOf) {
        this.daysOf = daysOf;
    }

    /** As {@link TradingCalendar#day}. */
    Optional<TradingDay> day(LocalDate date) {
        return Optional.ofNullable(year(date.getYear()).get(date));
    }

    private Map<LocalDate, TradingDay> year(int year) {
        Map<LocalDate, TradingDay> kept = years.get(year);
        if (kept != null) {
            return kept;
        }
        Map<LocalDate, TradingDay> days = daysOf.apply(year);
        if (year >= FIRST_KEPT && year <= LAST_KEPT) {
            years.put(year, days);
        }
        return days;
    }
}
