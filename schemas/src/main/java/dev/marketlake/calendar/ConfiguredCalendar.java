package dev.marketlake.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A calendar as somebody wrote it down. */
public final class ConfiguredCalendar implements TradingCalendar {
    private final Rules rules;
    private final KeptYears years = new KeptYears(this::daysOf);

    /**
     * What there is to say of a calendar.
     *
     * @param weekend weekdays without trading
     * @param holidays empty where there are none
     * @param closed dates without trading besides
     * @param sessions dates that trade though they are a holiday or on a weekend
     * @param earlyCloses the first that means a session counts
     * @param sessionsPerYear for annualising
     * @param minutesPerSession of regular trading, for annualising: less than lies between open and close where there is a break
     */
    public record Rules(
            String name,
            ZoneId zone,
            SessionHours hours,
            Set<DayOfWeek> weekend,
            Optional<Holidays> holidays,
            Set<LocalDate> closed,
            Set<LocalDate> sessions,
            List<EarlyClose> earlyCloses,
            int sessionsPerYear,
            int minutesPerSession) {
        public Rules {
            weekend = Set.copyOf(weekend);
            closed = Set.copyOf(closed);
            sessions = Set.copyOf(sessions);
            earlyCloses = List.copyOf(earlyCloses);
            if (weekend.size() == DayOfWeek.values().length) {
                throw new IllegalArgumentException("every weekday is a weekend: leave one to trade on");
            }
            sessions.stream().filter(closed::contains).findFirst().ifPresent(date -> {
                throw new IllegalArgumentException(date + " is said both to trade and to be closed");
            });
            requireWithin("sessions in a year", sessionsPerYear, 366);
            requireWithin("minutes of a session", minutesPerSession, hours.regularMinutes());
        }

        /** The same of this name. */
        public Rules named(String newName) {
            return new Rules(
                    newName,
                    zone,
                    hours,
                    weekend,
                    holidays,
                    closed,
                    sessions,
                    earlyCloses,
                    sessionsPerYear,
                    minutesPerSession);
        }

        private static void requireWithin(String what, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(value + " " + what + " cannot be: from 1 to " + most);
            }
        }
    }

    public ConfiguredCalendar(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return rules.name();
    }

    @Override
    public ZoneId zone() {
        return rules.zone();
    }

    @Override
    public int sessionsPerYear() {
        return rules.sessionsPerYear();
    }

    @Override
    public int minutesPerYear() {
        return rules.sessionsPerYear() * rules.minutesPerSession();
    }

    @Override
    public Optional<TradingDay> day(LocalDate date) {
        return years.day(date);
    }

    private Map<LocalDate, TradingDay> daysOf(int year) {
        // A rule may look into the year after.
        Map<Integer, Set<LocalDate>> holidays = new HashMap<>();
        Predicate<LocalDate> trades = date -> rules.sessions().contains(date)
                || !isClosed(date, holidays.computeIfAbsent(date.getYear(), this::holidays));
        LocalDate first = LocalDate.ofYearDay(year, 1);
        return first.datesUntil(first.plusMonths(12))
                .filter(trades)
                .map(date -> hours(date, trades).on(date, rules.zone()))
                .collect(Collectors.toUnmodifiableMap(TradingDay::date, Function.identity()));
    }

    private boolean isClosed(LocalDate date, Set<LocalDate> holidays) {
        return rules.weekend().contains(date.getDayOfWeek())
                || rules.closed().contains(date)
                || holidays.contains(date);
    }

    private Set<LocalDate> holidays(int year) {
        return rules.holidays().map(known -> known.of(year)).orElse(Set.of());
    }

    private SessionHours hours(LocalDate session, Predicate<LocalDate> trades) {
        return rules.earlyCloses().stream()
                .filter(early -> early.on().stream().anyMatch(rule -> rule.means(session, trades)))
                .findFirst()
                .map(EarlyClose::hours)
                .orElse(rules.hours());
    }
}
