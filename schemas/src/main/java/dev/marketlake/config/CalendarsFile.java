package dev.marketlake.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.calendar.Calendars;
import dev.marketlake.calendar.ConfiguredCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calendars besides those that are built in, from {@code config/calendars.yml}; its comments say what an entry holds. */
public final class CalendarsFile {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}";

    private CalendarsFile() {}

    /** All calendars, built-in ones included; the file may be missing. @throws InvalidConfig naming file, place, what is wrong and what is right */
    public static Calendars read(Path file) {
        return Files.isRegularFile(file) ? ConfigFile.read(file, Document.class).calendars() : Calendars.BUILT_IN;
    }

    /** The file. */
    private record Document(Calendars calendars) {
        Document(@Nullable @JsonProperty("calendars") Map<String, CalendarEntry> calendars) {
            this(known(calendars == null ? Map.of() : calendars));
        }

        private static Calendars known(Map<String, CalendarEntry> entries) {
            Calendars known = Calendars.BUILT_IN;
            for (Map.Entry<String, CalendarEntry> entry : entries.entrySet()) {
                String name = entry.getKey();
                if (!name.matches(NAME)) {
                    throw new InvalidConfig(
                            "'" + name + "' is not a name for a calendar: up to 32 letters, digits, '.', '_' or '-'");
                }
                CalendarEntry calendar = entry.getValue();
                if (calendar == null) {
                    throw new InvalidConfig("calendar " + name + " is empty: give its zone, open and close");
                }
                known = known.with(new ConfiguredCalendar(calendar.rules(name)));
            }
            return known;
        }
    }
}
