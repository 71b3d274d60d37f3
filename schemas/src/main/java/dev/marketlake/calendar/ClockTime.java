package dev.marketlake.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day by the exchange's clock, such as {@code 09:30}; {@code 24:00} is the end of the day.
 *
 * @param minute since midnight, 0 to 1440
 */
public record ClockTime(int minute) implements Comparable<ClockTime> {
    private static final int END_OF_DAY = 24 * 60;
    private static final Pattern TEXT = Pattern.compile("(\\d{2}):([0-5]\\d)");

    public ClockTime {
        if (minute < 0 || minute > END_OF_DAY) {
            throw new IllegalArgumentException("minute " + minute + " is not in a day");
        }
    }

    /** Reads {@code 09:30}. @throws IllegalArgumentException saying how a time is written */
    public static ClockTime parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int minute = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
            if (minute <= END_OF_DAY) {
                return new ClockTime(minute);
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a time of day: write 09:30, 16:00, or 24:00 for the end of the day");
    }

    /** When the clock shows this on a date; where it skips this, as soon as it goes on. */
    Instant on(LocalDate date, ZoneId zone) {
        return minute == END_OF_DAY
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
    }

    @Override
    public int compareTo(ClockTime other) {
        return Integer.compare(minute, other.minute);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
