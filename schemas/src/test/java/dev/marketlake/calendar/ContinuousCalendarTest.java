package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContinuousCalendarTest {
    private final TradingCalendar crypto = TradingCalendar.of("24x7");

    @Test
    void every_instant_of_every_date_is_regular() {
        assertThat(crypto.part(Instant.parse("2019-12-25T00:00:00Z"))).isEqualTo(SessionPart.REGULAR);
        assertThat(crypto.part(Instant.parse("2019-12-28T23:59:59.999999Z"))).isEqualTo(SessionPart.REGULAR);
    }

    @Test
    void a_day_runs_from_midnight_to_midnight_utc() {
        TradingDay day = crypto.day(LocalDate.of(2019, 3, 10)).orElseThrow();
        assertThat(day.regularOpen()).isEqualTo("2019-03-10T00:00:00Z");
        assertThat(day.regularClose()).isEqualTo("2019-03-11T00:00:00Z");
    }

    @Test
    void sessions_before_are_days_before() {
        assertThat(crypto.sessionsBefore(LocalDate.of(2020, 3, 1), 2)).isEqualTo("2020-02-28");
    }

    @Test
    void a_year_of_trading_has_525600_minutes() {
        assertThat(crypto.minutesPerYear()).isEqualTo(525_600);
        assertThat(crypto.sessionsPerYear()).isEqualTo(365);
    }
}
