package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NyseCalendarTest {
    private final TradingCalendar nyse = TradingCalendar.of("NYSE");

    @Test
    void a_winter_day_opens_at_half_past_fourteen_utc() {
        assertThat(nyse.day(LocalDate.of(2019, 2, 15)))
                .contains(new TradingDay(
                        LocalDate.of(2019, 2, 15),
                        Instant.parse("2019-02-15T09:00:00Z"),
                        Instant.parse("2019-02-15T14:30:00Z"),
                        Instant.parse("2019-02-15T21:00:00Z"),
                        Instant.parse("2019-02-16T01:00:00Z")));
    }

    @Test
    void the_session_moves_in_utc_when_new_york_changes_its_clocks() {
        assertThat(open("2019-03-08")).isEqualTo("2019-03-08T14:30:00Z");
        assertThat(open("2019-03-11")).isEqualTo("2019-03-11T13:30:00Z");
        assertThat(open("2019-11-01")).isEqualTo("2019-11-01T13:30:00Z");
        assertThat(open("2019-11-04")).isEqualTo("2019-11-04T14:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-10-29",
                "2012-10-30",
                "2018-12-05",
                "2019-01-21",
                "2019-12-25",
                "2020-01-01",
                "2020-07-03",
                "2021-04-02",
                "2021-12-24",
                "2022-06-20",
                "2025-01-09",
                "2026-07-03"
            })
    void holidays_and_special_closures_do_not_trade(String date) {
        assertThat(nyse.day(LocalDate.parse(date))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-02-16", "2019-02-17", "2022-01-01"})
    void weekends_do_not_trade(String date) {
        assertThat(nyse.day(LocalDate.parse(date))).isEmpty();
    }

    @Test
    void new_year_on_a_saturday_is_not_observed_on_the_friday() {
        assertThat(close("2021-12-31")).isEqualTo("2021-12-31T21:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-07-03",
                "2018-07-03",
                "2019-07-03",
                "2023-07-03",
                "2024-07-03",
                "2025-07-03",
                "2019-12-24",
                "2020-12-24",
                "2019-11-29",
                "2020-11-27"
            })
    void early_closes_end_regular_hours_at_13_and_the_evening_at_17(String date) {
        TradingDay day = nyse.day(LocalDate.parse(date)).orElseThrow();
        assertThat(day.regularClose().atZone(nyse.zone()).toLocalTime()).hasToString("13:00");
        assertThat(day.postClose().atZone(nyse.zone()).toLocalTime()).hasToString("17:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2017-07-05", "2020-07-02", "2021-07-02", "2026-07-02", "2021-12-23", "2019-12-26", "2020-11-20"
            })
    void neighbours_of_a_holiday_trade_in_full(String date) {
        TradingDay day = nyse.day(LocalDate.parse(date)).orElseThrow();
        assertThat(day.regularClose().atZone(nyse.zone()).toLocalTime()).hasToString("16:00");
    }

    @Test
    void each_boundary_belongs_to_the_part_it_opens() {
        assertThat(nyse.part(Instant.parse("2019-02-15T08:59:59.999999Z"))).isEqualTo(SessionPart.CLOSED);
        assertThat(nyse.part(Instant.parse("2019-02-15T09:00:00Z"))).isEqualTo(SessionPart.PRE);
        assertThat(nyse.part(Instant.parse("2019-02-15T14:29:59.999999Z"))).isEqualTo(SessionPart.PRE);
        assertThat(nyse.part(Instant.parse("2019-02-15T14:30:00Z"))).isEqualTo(SessionPart.REGULAR);
        assertThat(nyse.part(Instant.parse("2019-02-15T20:59:00Z"))).isEqualTo(SessionPart.REGULAR);
        assertThat(nyse.part(Instant.parse("2019-02-15T21:00:00Z"))).isEqualTo(SessionPart.POST);
        assertThat(nyse.part(Instant.parse("2019-02-16T01:00:00Z"))).isEqualTo(SessionPart.CLOSED);
    }

    @Test
    void the_evening_session_belongs_to_the_local_date_though_utc_is_a_day_ahead() {
        Instant evening = Instant.parse("2019-02-16T00:30:00Z");
        assertThat(nyse.localDate(evening)).isEqualTo("2019-02-15");
        assertThat(nyse.part(evening)).isEqualTo(SessionPart.POST);
    }

    @Test
    void sessions_before_step_over_weekends_and_holidays() {
        LocalDate tuesdayAfterKingDay = LocalDate.of(2019, 1, 22);
        assertThat(nyse.sessionsBefore(tuesdayAfterKingDay, 0)).isEqualTo("2019-01-22");
        assertThat(nyse.sessionsBefore(tuesdayAfterKingDay, 1)).isEqualTo("2019-01-18");
        assertThat(nyse.sessionsBefore(tuesdayAfterKingDay, 5)).isEqualTo("2019-01-14");
    }

    @Test
    void sessions_before_a_closed_day_count_from_the_last_trading_day() {
        assertThat(nyse.sessionsBefore(LocalDate.of(2019, 1, 21), 0)).isEqualTo("2019-01-18");
        assertThat(nyse.sessionsBefore(LocalDate.of(2019, 1, 20), 1)).isEqualTo("2019-01-17");
    }

    @Test
    void a_negative_number_of_sessions_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> nyse.sessionsBefore(LocalDate.of(2019, 1, 22), -1));
    }

    @Test
    void a_thread_that_sees_none_of_our_jars_can_be_the_first_to_ask() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(NyseCalendarTest::url)
                .toArray(URL[]::new);
        // As in a jar of jars: a loader of our own has everything, the thread's loader has nothing.
        try (URLClassLoader ours = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            AtomicReference<Object> answer = new AtomicReference<>();
            Thread stranger = new Thread(() -> answer.set(askIn(ours)));
            stranger.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            stranger.start();
            stranger.join();
            assertThat(answer.get()).isEqualTo(Optional.empty());
        }
    }

    private static Object askIn(ClassLoader loader) {
        try {
            Class<?> type = loader.loadClass(TradingCalendar.class.getName());
            Object calendar = type.getMethod("of", String.class).invoke(null, "NYSE");
            return type.getMethod("day", LocalDate.class).invoke(calendar, LocalDate.of(2018, 12, 5));
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_garbage_year_has_an_answer_and_is_forgotten() {
        assertThat(nyse.day(LocalDate.of(99_999, 6, 15))).isPresent();
        assertThat(nyse.day(LocalDate.of(-5, 6, 15))).isPresent();
    }

    @Test
    void many_threads_get_the_same_days() throws Exception {
        List<Callable<Long>> tasks = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Long>) () -> LocalDate.of(2010, 1, 1)
                        .datesUntil(LocalDate.of(2020, 1, 1))
                        .filter(date -> nyse.day(date).isPresent())
                        .count())
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var sessions : threads.invokeAll(tasks)) {
                assertThat(sessions.get()).isEqualTo(2516L);
            }
        }
    }

    @Test
    void a_calendar_that_is_not_there_is_named_with_those_that_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingCalendar.of("LSE"))
                .withMessage("calendar 'LSE' is not known: use NYSE or 24x7");
    }

    @Test
    void a_year_of_regular_trading_has_98280_minutes() {
        assertThat(nyse.minutesPerYear()).isEqualTo(98_280);
        assertThat(nyse.sessionsPerYear()).isEqualTo(252);
    }

    private String open(String date) {
        return nyse.day(LocalDate.parse(date)).orElseThrow().regularOpen().toString();
    }

    private String close(String date) {
        return nyse.day(LocalDate.parse(date)).orElseThrow().regularClose().toString();
    }
}
