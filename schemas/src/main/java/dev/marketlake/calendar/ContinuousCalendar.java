package dev.marketlake.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Markets that never close, such as crypto: every UTC date is one regular session from midnight to midnight. */
final class ContinuousCalendar implements TradingCalendar {
    static final ContinuousCalendar INSTANCE = new ContinuousCalendar();

    private ContinuousCalendar() {}

    @Override
    public String name() {
        return "24x7";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public int sessionsPerYear() {
        return 365;
    }

    @Override
    public int minutesPerYear() {
        return sessionsPerYear() * 1440;
    }

    @Override
    public Optional<TradingDay> day(LocalDate date) {
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(Duration.ofDays(1));
        return Optional.of(new TradingDay(date, start, start, end, end));
    }
}
