package dev.marketlake.lake.star;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarRowsTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");

    private static StarRow date(String date) {
        return CalendarRows.dates(NYSE, LocalDate.parse(date), LocalDate.parse(date))
                .getFirst();
    }

    @Test
    void a_session_has_its_open_and_close_in_utc() {
        StarRow friday = date("2019-02-15");
        assertThat(friday.value("date_key")).isEqualTo(20190215);
        assertThat(friday.value("day_name")).isEqualTo("Friday");
        assertThat(friday.value("is_session")).isEqualTo(true);
        assertThat(friday.value("session_open")).isEqualTo(Instant.parse("2019-02-15T14:30:00Z"));
        assertThat(friday.value("session_close")).isEqualTo(Instant.parse("2019-02-15T21:00:00Z"));
        assertThat(friday.value("is_half_day")).isEqualTo(false);
        assertThat(friday.value("previous_session")).isEqualTo(LocalDate.parse("2019-02-14"));
    }

    @Test
    void a_half_day_a_weekend_and_a_holiday_are_told_apart() {
        assertThat(date("2026-11-27").value("is_half_day")).isEqualTo(true);
        assertThat(date("2026-11-27").value("session_close")).isEqualTo(Instant.parse("2026-11-27T18:00:00Z"));
        StarRow thanksgiving = date("2026-11-26");
        assertThat(thanksgiving.value("is_session")).isEqualTo(false);
        assertThat(thanksgiving.value("session_open")).isNull();
        assertThat(thanksgiving.value("is_half_day")).isEqualTo(false);
        assertThat(date("2026-11-29").value("previous_session")).isEqualTo(LocalDate.parse("2026-11-27"));
    }

    @Test
    void a_year_has_every_date_once_and_the_sessions_of_its_calendar() {
        List<StarRow> year = CalendarRows.dates(NYSE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(year).hasSize(365);
        assertThat(year)
                .filteredOn(row -> Boolean.TRUE.equals(row.value("is_session")))
                .hasSize(251);
        List<StarRow> always =
                CalendarRows.dates(TradingCalendar.of("24x7"), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(always).allMatch(row -> Boolean.TRUE.equals(row.value("is_session")));
        assertThat(always).noneMatch(row -> Boolean.TRUE.equals(row.value("is_half_day")));
    }

    @Test
    void minutes_know_their_session_on_a_whole_day() {
        List<StarRow> minutes = CalendarRows.minutes(NYSE, LocalDate.parse("2026-11-27"));
        assertThat(minutes).hasSize(1440);
        assertThat(minutes.get(570).value("time")).isEqualTo("09:30");
        assertThat(minutes.get(570).value("minute_of_session")).isEqualTo(0);
        assertThat(minutes.get(959).value("minute_of_session")).isEqualTo(389);
        assertThat(minutes.get(960).value("session")).isEqualTo("POST");
        assertThat(minutes.get(960).value("minute_of_session")).isNull();
        assertThat(minutes.get(0).value("session")).isEqualTo("CLOSED");
    }
}
