package dev.marketlake.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The exchange's holidays, observed dates and special closures included, as jollyday knows them. Safe for any thread. */
final class NyseHolidays {
    private final HolidayManager manager =
            withOwnLoader(() -> HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE)));

    /** All closed dates of a year; some may fall on a weekend. */
    Set<LocalDate> of(int year) {
        return withOwnLoader(() -> manager.getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * jollyday finds its parts through the thread's context class loader, which on a pool thread of a jar of jars does not see them.
     */
    private static <T> T withOwnLoader(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(NyseHolidays.class.getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
