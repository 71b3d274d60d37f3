package dev.marketlake.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The New York Stock Exchange: pre-market from 04:00, regular 09:30 to 16:00, post-market to 20:00, New York time. On days of {@link
 * NyseEarlyCloses} regular hours end at 13:00 and post-market at 17:00. Right from 2001 on; older years lack special closures.
 */
final class NyseCalendar implements TradingCalendar {
    static final NyseCalendar INSTANCE = new NyseCalendar();

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    private static final LocalTime POST_CLOSE = LocalTime.of(20, 0);
    private static final LocalTime EARLY_POST_CLOSE = LocalTime.of(17, 0);

    private final Holidays holidays = Holidays.of("nyse");
    private final KeptYears years = new KeptYears(this::daysOf);

    private NyseCalendar() {}

    @Override
    public String name() {
        return "NYSE";
    }

    @Override
    public ZoneId zone() {
        return NEW_YORK;
    }

    @Override
    public int sessionsPerYear() {
        return 252;
    }

    @Override
    public int minutesPerYear() {
        return sessionsPerYear() * 390;
    }

    @Override
    public Optional<TradingDay> day(LocalDate date) {
        return years.day(date);
    }

    private Map<LocalDate, TradingDay> daysOf(int year) {
        Set<LocalDate> closed = holidays.of(year);
        LocalDate first = LocalDate.ofYearDay(year, 1);
        return first.datesUntil(first.plusMonths(12))
                .filter(date -> !isWeekend(date) && !closed.contains(date))
                .map(NyseCalendar::sessions)
                .collect(Collectors.toUnmodifiableMap(TradingDay::date, Function.identity()));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static TradingDay sessions(LocalDate date) {
        boolean early = NyseEarlyCloses.on(date);
        return new TradingDay(
                date,
                at(date, PRE_OPEN),
                at(date, OPEN),
                at(date, early ? EARLY_CLOSE : CLOSE),
                at(date, early ? EARLY_POST_CLOSE : POST_CLOSE));
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant();
    }
}
