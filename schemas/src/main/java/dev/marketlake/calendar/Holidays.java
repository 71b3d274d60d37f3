package dev.marketlake.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Holidays of an exchange or a country, observed dates and special closures included, as jollyday knows them. Safe for any thread. */
public final class Holidays {
    private final HolidayManager manager;
    private final String[] region;

    private Holidays(HolidayManager manager, String[] region) {
        this.manager = manager;
        this.region = region;
    }

    /**
     * Holidays by jollyday's name of a calendar, and of a region of it: {@code nyse}, {@code de}, {@code gb/eng}.
     *
     * @throws IllegalArgumentException naming what there is instead
     */
    public static Holidays of(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("/", -1);
        HolidayCalendar calendar = Arrays.stream(HolidayCalendar.values())
                .filter(known -> known.getId().equalsIgnoreCase(parts[0]))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        HolidayManager manager = withOwnLoader(() -> HolidayManager.getInstance(ManagerParameters.create(calendar)));
        String[] region = Arrays.copyOfRange(parts, 1, parts.length);
        refuseUnknown(region, manager.getCalendarHierarchy(), name);
        return new Holidays(manager, region);
    }

    /** All closed dates of a year; some may fall on a weekend. */
    Set<LocalDate> of(int year) {
        return withOwnLoader(() -> manager.getHolidays(Year.of(year), region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** jollyday takes a region that is not there for the country as a whole. */
    private static void refuseUnknown(String[] region, CalendarHierarchy country, String name) {
        CalendarHierarchy place = country;
        for (String step : region) {
            Map<String, CalendarHierarchy> parts = place.getChildren();
            CalendarHierarchy next = parts.get(step);
            if (next == null) {
                throw new IllegalArgumentException("holidays '" + name + "' are not known: '" + step
                        + "' is not one of " + new TreeSet<>(parts.keySet()));
            }
            place = next;
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("holidays '" + name
                + "' are not known: use a country's two letters, with its region where it matters, such as de or gb/eng, or "
                + Arrays.stream(HolidayCalendar.values())
                        .map(HolidayCalendar::getId)
                        .filter(id -> id.length() > 2)
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /**
     * jollyday finds its parts through the thread's context class loader, which on a pool thread of a jar of jars does not see them.
     */
    private static <T> T withOwnLoader(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Holidays.class.getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
