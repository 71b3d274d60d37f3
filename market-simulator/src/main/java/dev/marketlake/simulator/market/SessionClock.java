package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Market time that skips nights, weekends and holidays: at {@code wallStart} it is {@code origin} (or the next regular open after it), and
 * each wall minute moves it on by {@code speed} minutes of regular session. It never passes the wall clock.
 *
 * <p>A pure function of wall time: a restart with the same origin and wall start continues where the market would be by now.
 */
final class SessionClock implements MarketClock {
    private final TradingCalendar calendar;
    private final Clock wall;
    private final Instant origin;
    private final Instant wallStart;
    private final double speed;

    /** @throws IllegalArgumentException where speed is not a positive number */
    SessionClock(TradingCalendar calendar, Clock wall, Instant origin, Instant wallStart, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be positive: " + speed);
        }
        this.calendar = calendar;
        this.wall = wall;
        this.origin = origin;
        this.wallStart = wallStart;
        this.speed = speed;
    }

    @Override
    public Instant now() {
        Instant real = wall.instant();
        Duration elapsed = Duration.between(wallStart, real);
        Instant market = after(elapsed.isNegative() ? Duration.ZERO : scaled(elapsed), real);
        return market.isBefore(real) ? market : real;
    }

    private Duration scaled(Duration elapsed) {
        double seconds = elapsed.toMillis() / 1000.0 * speed;
        long whole = (long) seconds;
        return Duration.ofSeconds(whole, (long) ((seconds - whole) * 1e9));
    }

    /** The instant {@code open} of regular session after the origin; {@code limit} or later where that lies beyond it. */
    private Instant after(Duration open, Instant limit) {
        Duration left = open;
        LocalDate last = calendar.localDate(limit);
        for (LocalDate date = calendar.localDate(origin); !date.isAfter(last); date = date.plusDays(1)) {
            Optional<TradingDay> day = calendar.day(date);
            if (day.isEmpty() || !day.get().regularClose().isAfter(origin)) {
                continue;
            }
            Instant start = day.get().regularOpen().isAfter(origin) ? day.get().regularOpen() : origin;
            Duration session = Duration.between(start, day.get().regularClose());
            if (left.compareTo(session) < 0) {
                return start.plus(left);
            }
            left = left.minus(session);
        }
        return limit;
    }
}
