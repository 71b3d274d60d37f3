package dev.marketlake.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DayRule} as it is written in a file. */
final class DayRuleText {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final Pattern LAST_BEFORE = Pattern.compile("last session before (\\d{2}-\\d{2})");
    private static final Pattern DAY_AFTER = Pattern.compile("day after (1st|2nd|3rd|4th) ([a-z]+) of ([a-z]+)");

    private DayRuleText() {}

    static DayRule parse(String text) {
        String rule = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        try {
            if (DATE.matcher(rule).matches()) {
                return new DayRule.On(LocalDate.parse(rule));
            }
            if (DAY.matcher(rule).matches()) {
                return new DayRule.EachYearOn(monthDay(rule));
            }
            Matcher lastBefore = LAST_BEFORE.matcher(rule);
            if (lastBefore.matches()) {
                return new DayRule.LastBefore(monthDay(lastBefore.group(1)));
            }
            Matcher dayAfter = DAY_AFTER.matcher(rule);
            if (dayAfter.matches()) {
                return new DayRule.DayAfter(
                        dayAfter.group(1).charAt(0) - '0',
                        DayOfWeek.valueOf(dayAfter.group(2).toUpperCase(Locale.ROOT)),
                        Month.valueOf(dayAfter.group(3).toUpperCase(Locale.ROOT)));
            }
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            throw unreadable(text, noSuchDay);
        }
        throw unreadable(text, null);
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' names no day: write 2019-12-24, 12-24, last session before 12-25"
                        + " or day after 4th Thursday of November",
                cause);
    }
}
