package dev.marketlake.calendar;

import java.util.List;

/**
 * A shorter day.
 *
 * @param hours all of that day
 * @param on the sessions it is kept on
 */
public record EarlyClose(SessionHours hours, List<DayRule> on) {
    public EarlyClose {
        on = List.copyOf(on);
        if (on.isEmpty()) {
            throw new IllegalArgumentException("an early close on no day: name its days under 'on'");
        }
    }
}
