package dev.marketlake.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When an exchange trades. Implementations are immutable in effect and safe for any thread. */
public interface TradingCalendar {
    /** Name as in config/symbols.yml, for example {@code NYSE}. */
    String name();

    /** The exchange's local zone. */
    ZoneId zone();

    /** Sessions in a year, for annualising: 252 for the NYSE, 365 for 24x7. */
    int sessionsPerYear();

    /** Minutes of regular trading in a year, for annualising: 252 x 390 for the NYSE, 365 x 1440 for 24x7. */
    int minutesPerYear();

    /** The sessions of a date; empty where the exchange is closed. */
    Optional<TradingDay> day(LocalDate date);

    /** The exchange-local date that holds {@code instant}, trading day or not. */
    default LocalDate localDate(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    /** The part of the exchange day that holds {@code instant}. */
    default SessionPart part(Instant instant) {
        return day(localDate(instant)).map(day -> day.part(instant)).orElse(SessionPart.CLOSED);
    }

    /**
     * The trading day {@code sessions} sessions before {@code date}; 0 gives the last trading day at or before it.
     *
     * @throws IllegalArgumentException where {@code sessions} is negative
     */
    default LocalDate sessionsBefore(LocalDate date, int sessions) {
        if (sessions < 0) {
            throw new IllegalArgumentException("sessions must not be negative: " + sessions);
        }
        LocalDate day = date;
        while (day(day).isEmpty()) {
            day = day.minusDays(1);
        }
        for (int left = sessions; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (day(day).isEmpty());
        }
        return day;
    }

    /** One of the calendars that are built in. @throws IllegalArgumentException naming them */
    static TradingCalendar of(String name) {
        return Calendars.BUILT_IN.named(name);
    }
}
