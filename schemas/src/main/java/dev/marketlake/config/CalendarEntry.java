package dev.marketlake.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.calendar.ClockTime;
import dev.marketlake.calendar.ConfiguredCalendar.Rules;
import dev.marketlake.calendar.DayRule;
import dev.marketlake.calendar.EarlyClose;
import dev.marketlake.calendar.Holidays;
import dev.marketlake.calendar.SessionHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One calendar of the file. */
record CalendarEntry(Rules unnamed) {
    private static final int USUAL_SESSIONS = 252;

    /** What is left out: no trading outside regular hours, weekends on Saturday and Sunday, no holidays, 252 sessions a year. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static CalendarEntry of(
            @Nullable @JsonProperty("zone") ZoneId zone,
            @Nullable @JsonProperty("pre-open") ClockTime preOpen,
            @Nullable @JsonProperty("open") ClockTime open,
            @Nullable @JsonProperty("close") ClockTime close,
            @Nullable @JsonProperty("post-close") ClockTime postClose,
            @Nullable @JsonProperty("weekend") Set<DayOfWeek> weekend,
            @Nullable @JsonProperty("holidays") Holidays holidays,
            @Nullable @JsonProperty("also-closed") Set<LocalDate> closed,
            @Nullable @JsonProperty("also-open") Set<LocalDate> sessions,
            @Nullable @JsonProperty("early-closes") List<ShorterDay> earlyCloses,
            @Nullable @JsonProperty("sessions-per-year") Integer sessionsPerYear,
            @Nullable @JsonProperty("minutes-per-session") Integer minutesPerSession) {
        if (zone == null || open == null || close == null) {
            throw new InvalidConfig("a calendar needs zone, open and close");
        }
        SessionHours hours =
                new SessionHours(preOpen == null ? open : preOpen, open, close, postClose == null ? close : postClose);
        List<ShorterDay> shorter = earlyCloses == null ? List.of() : earlyCloses;
        return new CalendarEntry(new Rules(
                "",
                zone,
                hours,
                weekend == null ? Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : weekend,
                Optional.ofNullable(holidays),
                closed == null ? Set.of() : closed,
                sessions == null ? Set.of() : sessions,
                shorter.stream().map(day -> day.of(hours)).toList(),
                sessionsPerYear == null ? USUAL_SESSIONS : sessionsPerYear,
                minutesPerSession == null ? hours.regularMinutes() : minutesPerSession));
    }

    Rules rules(String name) {
        return unnamed.named(name);
    }

    /** An entry of {@code early-closes}. */
    record ShorterDay(ClockTime close, ClockTime postClose, List<DayRule> on) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static ShorterDay of(
                @Nullable @JsonProperty("close") ClockTime close,
                @Nullable @JsonProperty("post-close") ClockTime postClose,
                @Nullable @JsonProperty("on") List<DayRule> on) {
            if (close == null || on == null) {
                throw new InvalidConfig("an early close needs close, and its days under 'on'");
            }
            return new ShorterDay(close, postClose == null ? close : postClose, on);
        }

        EarlyClose of(SessionHours usual) {
            return new EarlyClose(usual.closingAt(close, postClose), on);
        }
    }
}
