package dev.marketlake.calendar;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calendars that can be named: NYSE and 24x7, which are built in, and those of a configuration. */
public final class Calendars {
    /** NYSE and 24x7 alone. */
    public static final Calendars BUILT_IN =
            new Calendars(Map.of()).with(NyseCalendar.INSTANCE).with(ContinuousCalendar.INSTANCE);

    private final Map<String, TradingCalendar> calendars;

    private Calendars(Map<String, TradingCalendar> calendars) {
        this.calendars = Collections.unmodifiableMap(calendars);
    }

    /** These and one more. @throws IllegalArgumentException where the name is taken */
    public Calendars with(TradingCalendar calendar) {
        Map<String, TradingCalendar> more = new LinkedHashMap<>(calendars);
        if (more.put(calendar.name(), calendar) != null) {
            throw new IllegalArgumentException(
                    "there is a calendar " + calendar.name() + " already: choose another name");
        }
        return new Calendars(more);
    }

    /** The calendar of a name. @throws IllegalArgumentException naming the calendars there are */
    public TradingCalendar named(String name) {
        @Nullable TradingCalendar calendar = calendars.get(name);
        if (calendar == null) {
            throw new IllegalArgumentException(
                    "calendar '" + name + "' is not known: use " + enumerated(calendars.keySet()));
        }
        return calendar;
    }

    private static String enumerated(Collection<String> names) {
        String all = String.join(", ", names);
        int last = all.lastIndexOf(", ");
        return all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
