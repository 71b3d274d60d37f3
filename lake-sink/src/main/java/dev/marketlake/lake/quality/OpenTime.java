package dev.marketlake.lake.quality;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Time that passes only while the regular session of a calendar is open. */
final class OpenTime {
    private OpenTime() {}

    /** Zero where {@code to} is not after {@code from}. */
    static Duration between(Instant from, Instant to, TradingCalendar calendar) {
        Duration open = Duration.ZERO;
        LocalDate last = calendar.localDate(to);
        for (LocalDate date = calendar.localDate(from); !date.isAfter(last); date = date.plusDays(1)) {
            Optional<TradingDay> day = calendar.day(date);
            if (day.isPresent()) {
                Instant start = later(day.get().regularOpen(), from);
                Instant end = earlier(day.get().regularClose(), to);
                open = end.isAfter(start) ? open.plus(Duration.between(start, end)) : open;
            }
        }
        return open;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
