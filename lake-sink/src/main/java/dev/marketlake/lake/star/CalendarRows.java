package dev.marketlake.lake.star;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of gold.dim_date and gold.dim_time. */
final class CalendarRows {
    private static final int MINUTES_PER_DAY = 1440;

    private CalendarRows() {}

    /** @param to included */
    static List<StarRow> dates(TradingCalendar calendar, LocalDate from, LocalDate to) {
        List<StarRow> rows = new ArrayList<>();
        LocalDate previous = calendar.sessionsBefore(from.minusDays(1), 0);
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            Optional<TradingDay> day = calendar.day(date);
            rows.add(date(calendar, date, day, previous));
            previous = day.isPresent() ? date : previous;
        }
        return rows;
    }

    private static StarRow date(
            TradingCalendar calendar, LocalDate date, Optional<TradingDay> day, LocalDate previous) {
        return new StarRow()
                .with("calendar", calendar.name())
                .with("date", date)
                .with("date_key", (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth())
                .with("year", date.getYear())
                .with("quarter", date.get(IsoFields.QUARTER_OF_YEAR))
                .with("month", date.getMonthValue())
                .with("month_name", date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .with("day", date.getDayOfMonth())
                .with("day_of_week", date.getDayOfWeek().getValue())
                .with("day_name", date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .with("iso_year", date.get(IsoFields.WEEK_BASED_YEAR))
                .with("iso_week", date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                .with("is_session", day.isPresent())
                .with("session_open", day.map(TradingDay::regularOpen).orElse(null))
                .with("session_close", day.map(TradingDay::regularClose).orElse(null))
                .with(
                        "is_half_day",
                        day.map(one -> minutes(one) < usualMinutes(calendar)).orElse(false))
                .with("previous_session", previous);
    }

    /** @param near a date near which a whole session is looked for */
    static List<StarRow> minutes(TradingCalendar calendar, LocalDate near) {
        TradingDay day = wholeSession(calendar, near);
        List<StarRow> rows = new ArrayList<>();
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
            Instant instant = day.date().atTime(time).atZone(calendar.zone()).toInstant();
            SessionPart part = day.part(instant);
            rows.add(new StarRow()
                    .with("calendar", calendar.name())
                    .with("minute_of_day", minute)
                    .with("time", time.toString())
                    .with("hour", time.getHour())
                    .with("minute", time.getMinute())
                    .with("session", part.name())
                    .with(
                            "minute_of_session",
                            part == SessionPart.REGULAR
                                    ? (int) ChronoUnit.MINUTES.between(day.regularOpen(), instant)
                                    : null));
        }
        return rows;
    }

    private static TradingDay wholeSession(TradingCalendar calendar, LocalDate near) {
        LocalDate date = near;
        while (true) {
            Optional<TradingDay> day = calendar.day(date);
            if (day.isPresent() && minutes(day.get()) >= usualMinutes(calendar)) {
                return day.get();
            }
            date = date.minusDays(1);
        }
    }

    private static long minutes(TradingDay day) {
        return Duration.between(day.regularOpen(), day.regularClose()).toMinutes();
    }

    private static long usualMinutes(TradingCalendar calendar) {
        return calendar.minutesPerYear() / calendar.sessionsPerYear();
    }
}
