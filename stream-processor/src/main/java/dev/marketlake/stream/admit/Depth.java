package dev.marketlake.stream.admit;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import java.time.LocalDate;

/**
 * How far back live works, in sessions counted from a symbol's newest bar, its trade date the first.
 *
 * <pre>
 *   | warm-up: only read | depth: can be corrected          |
 *   |--------------------|----------------------------------|
 *   oldestKept           first                         newest
 * </pre>
 *
 * @param sessions sessions that can still be corrected, at least 1
 * @param warmUp sessions before those that readings may look back to, at least 1
 */
public record Depth(int sessions, int warmUp) {
    private static final int SLACK_DAYS = 10;

    public Depth {
        if (sessions < 1 || warmUp < 1) {
            throw new InvalidConfig("depth and warm-up must be at least 1 session: " + sessions + ", " + warmUp);
        }
    }

    /** First trade date that can still be corrected. */
    public LocalDate first(TradingCalendar calendar, LocalDate newest) {
        return calendar.sessionsBefore(newest, sessions - 1);
    }

    /** First trade date that is kept. */
    public LocalDate oldestKept(TradingCalendar calendar, LocalDate newest) {
        return calendar.sessionsBefore(newest, sessions - 1 + warmUp);
    }

    /** First trade date that readings of {@code date} may look back to. */
    public LocalDate anchor(TradingCalendar calendar, LocalDate date) {
        return calendar.sessionsBefore(date, warmUp);
    }

    /** Clock time that a series never exceeds, from its oldest bar to its newest: ten days of closed exchange fit in. */
    public Duration span() {
        return Duration.ofDays((sessions + warmUp) * 7L / 5 + SLACK_DAYS);
    }
}
