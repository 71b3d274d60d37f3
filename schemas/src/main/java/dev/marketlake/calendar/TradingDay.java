package dev.marketlake.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The sessions of one trade date, each from its start (inclusive) to the next boundary (exclusive), in UTC.
 *
 * <p>Example, NYSE 2019-02-15: preOpen 09:00Z, regularOpen 14:30Z, regularClose 21:00Z, postClose 2019-02-16T01:00Z.
 */
public record TradingDay(
        LocalDate date, Instant preOpen, Instant regularOpen, Instant regularClose, Instant postClose) {
    public TradingDay {
        if (regularOpen.isBefore(preOpen) || !regularClose.isAfter(regularOpen) || postClose.isBefore(regularClose)) {
            throw new IllegalArgumentException("sessions of " + date + " are not in order");
        }
    }

    /** The part of this day that holds {@code instant}; CLOSED outside it. */
    public SessionPart part(Instant instant) {
        if (instant.isBefore(preOpen) || !instant.isBefore(postClose)) {
            return SessionPart.CLOSED;
        }
        if (instant.isBefore(regularOpen)) {
            return SessionPart.PRE;
        }
        return instant.isBefore(regularClose) ? SessionPart.REGULAR : SessionPart.POST;
    }
}
