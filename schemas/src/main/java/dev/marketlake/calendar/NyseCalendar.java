package dev.marketlake.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The New York Stock Exchange: pre-market from 04:00, regular 09:30 to 16:00, post-market to 20:00, New York time.
 *
 * <p>Holidays are jollyday's (special closures from 2001 on). Early closes, which no library has, are the exchange's standing rule since
 * 1993: 13:00 on the day after Thanksgiving, on 24 December and on 3 July, the last two only Monday to Thursday resp. where they are
 * trading days; post-market then ends at 17:00.
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
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NYSE));
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();
    private final Map<LocalDate, Optional<TradingDay>> days = new ConcurrentHashMap<>();

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
    public int minutesPerYear() {
        return 252 * 390;
    }

    @Override
    public Optional<TradingDay> day(LocalDate date) {
        return days.computeIfAbsent(date, this::sessions);
    }

    private Optional<TradingDay> sessions(LocalDate date) {
        if (!trades(date)) {
            return Optional.empty();
        }
        boolean early = closesEarly(date);
        return Optional.of(new TradingDay(
                date,
                at(date, PRE_OPEN),
                at(date, OPEN),
                at(date, early ? EARLY_CLOSE : CLOSE),
                at(date, early ? EARLY_POST_CLOSE : POST_CLOSE)));
    }

    private boolean trades(LocalDate date) {
        return !WEEKEND.contains(date.getDayOfWeek())
                && !holidays.computeIfAbsent(date.getYear(), this::holidaysOf).contains(date);
    }

    private Set<LocalDate> holidaysOf(int year) {
        return manager.getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean closesEarly(LocalDate date) {
        return switch (date.getMonth()) {
            case NOVEMBER ->
                date.minusDays(1)
                        .equals(date.with(Month.NOVEMBER)
                                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
            case DECEMBER -> date.getDayOfMonth() == 24;
            case JULY -> date.getDayOfMonth() == 3 && date.getDayOfWeek() != DayOfWeek.FRIDAY;
            default -> false;
        };
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant();
    }
}
