package dev.marketlake.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the exchange day that holds a time, at once where it is the day asked for last. Times are microseconds since the epoch, UTC. Used
 * by one thread.
 */
public final class DayFinder {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private final TradingCalendar calendar;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    /** Whether the clocks are not changed on this date. */
    private boolean steady;

    private LocalDate date = LocalDate.MIN;
    private @Nullable Hours hours;

    /**
     * The boundaries of a trading day, microseconds since the epoch, UTC.
     *
     * @param preOpen start of pre-market trading
     * @param regularOpen end of that and start of regular trading
     * @param regularClose end of that and start of post-market trading
     * @param postClose end of that
     */
    public record Hours(long preOpen, long regularOpen, long regularClose, long postClose) {
        private static Hours of(TradingDay day) {
            return new Hours(
                    micros(day.preOpen()),
                    micros(day.regularOpen()),
                    micros(day.regularClose()),
                    micros(day.postClose()));
        }
    }

    public DayFinder(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** As {@link TradingCalendar#localDate}. */
    public LocalDate date(long time) {
        goTo(time);
        return date;
    }

    /** The hours of the date that holds a time; empty where the exchange is closed. */
    public Optional<Hours> hours(long time) {
        goTo(time);
        return Optional.ofNullable(hours);
    }

    /** As {@link TradingCalendar#part}. */
    public SessionPart part(long time) {
        goTo(time);
        Hours day = hours;
        if (day == null || time < day.preOpen() || time >= day.postClose()) {
            return SessionPart.CLOSED;
        }
        if (time < day.regularOpen()) {
            return SessionPart.PRE;
        }
        return time < day.regularClose() ? SessionPart.REGULAR : SessionPart.POST;
    }

    /** Local clock time, as microseconds since midnight by the clock. */
    public long clock(long time) {
        goTo(time);
        return steady
                ? time - start
                : instant(time).atZone(calendar.zone()).toLocalTime().toNanoOfDay() / 1_000;
    }

    private void goTo(long time) {
        if (time >= start && time < end) {
            return;
        }
        ZoneId zone = calendar.zone();
        date = calendar.localDate(instant(time));
        start = micros(date.atStartOfDay(zone).toInstant());
        end = micros(date.plusDays(1).atStartOfDay(zone).toInstant());
        steady = end - start == MICROS_PER_DAY;
        hours = calendar.day(date).map(Hours::of).orElse(null);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1_000);
    }
}
