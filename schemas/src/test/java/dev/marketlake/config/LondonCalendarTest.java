package dev.marketlake.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar that config/calendars.yml is shipped with, against what the exchange published. */
class LondonCalendarTest {
    private final TradingCalendar london =
            CalendarsFile.read(Path.of("../config/calendars.yml")).named("XLON");

    @Test
    void the_session_moves_in_utc_when_london_changes_its_clocks() {
        assertThat(day("2019-03-29").regularOpen()).isEqualTo("2019-03-29T08:00:00Z");
        assertThat(day("2019-04-01").regularOpen()).isEqualTo("2019-04-01T07:00:00Z");
        assertThat(day("2019-10-25").regularClose()).isEqualTo("2019-10-25T15:30:00Z");
        assertThat(day("2019-10-28").regularClose()).isEqualTo("2019-10-28T16:30:00Z");
    }

    @Test
    void auctions_lie_before_and_after_regular_hours() {
        assertThat(london.part(Instant.parse("2019-02-15T07:49:59Z"))).isEqualTo(SessionPart.CLOSED);
        assertThat(london.part(Instant.parse("2019-02-15T07:50:00Z"))).isEqualTo(SessionPart.PRE);
        assertThat(london.part(Instant.parse("2019-02-15T08:00:00Z"))).isEqualTo(SessionPart.REGULAR);
        assertThat(london.part(Instant.parse("2019-02-15T16:35:00Z"))).isEqualTo(SessionPart.POST);
        assertThat(london.part(Instant.parse("2019-02-15T16:40:00Z"))).isEqualTo(SessionPart.CLOSED);
    }

    /** Moved and one-off bank holidays among them: VE Day, two jubilees, a funeral, a coronation, a wedding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-04-29", "2012-06-04", "2012-06-05", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27",
                "2019-08-26", "2019-12-25", "2019-12-26", "2020-01-01", "2020-05-08", "2021-12-27", "2021-12-28",
                "2022-01-03", "2022-06-02", "2022-06-03", "2022-09-19", "2023-01-02", "2023-05-08", "2026-12-28"
            })
    void bank_holidays_do_not_trade(String date) {
        assertThat(london.day(LocalDate.parse(date))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-12-22", "2017-12-29", "2018-12-24", "2018-12-31", "2019-12-24", "2019-12-31", "2020-12-24",
                "2020-12-31", "2021-12-24", "2021-12-31", "2022-12-23", "2022-12-30", "2023-12-22", "2023-12-29"
            })
    void the_last_sessions_before_christmas_and_new_year_end_at_half_past_twelve(String date) {
        assertThat(close(date)).isEqualTo("12:30");
        assertThat(day(date).postClose().atZone(london.zone()).toLocalTime()).isEqualTo(LocalTime.of(12, 40));
    }

    @Test
    void a_year_has_two_half_days_and_no_more() {
        assertThat(Stream.iterate(LocalDate.of(2022, 1, 1), date -> date.plusDays(1))
                        .limit(365)
                        .flatMap(date -> london.day(date).stream())
                        .filter(day -> !close(day.date().toString()).equals("16:30")))
                .extracting(TradingDay::date)
                .containsExactly(LocalDate.of(2022, 12, 23), LocalDate.of(2022, 12, 30));
    }

    /** Traded as usual: it moved in 2020 and 2022. */
    @ParameterizedTest
    @ValueSource(strings = {"2020-05-04", "2022-05-30", "2022-12-22", "2022-12-29", "2019-07-04", "2019-11-28"})
    void other_days_trade_in_full(String date) {
        assertThat(close(date)).isEqualTo("16:30");
    }

    @Test
    void a_year_has_about_as_many_sessions_as_annualising_takes() {
        assertThat(LocalDate.of(2019, 1, 1)
                        .datesUntil(LocalDate.of(2020, 1, 1))
                        .filter(date -> london.day(date).isPresent()))
                .hasSize(london.sessionsPerYear());
        assertThat(london.minutesPerYear()).isEqualTo(253 * 510);
    }

    private TradingDay day(String date) {
        return london.day(LocalDate.parse(date)).orElseThrow();
    }

    private String close(String date) {
        return day(date).regularClose().atZone(london.zone()).toLocalTime().toString();
    }
}
