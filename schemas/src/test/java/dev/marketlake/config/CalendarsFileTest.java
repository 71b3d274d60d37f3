package dev.marketlake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarsFileTest {
    private static final String NYSE_WRITTEN_DOWN = """
            calendars:
              XNYS:
                zone: America/New_York
                pre-open: 04:00
                open: 09:30
                close: 16:00
                post-close: 20:00
                holidays: nyse
                early-closes:
                  - close: 13:00
                    post-close: 17:00
                    on: [07-03, day after 4th Thursday of November, 12-24]
            """;

    @TempDir
    Path folder;

    @Test
    void the_new_york_calendar_written_down_is_the_built_in_one_day_by_day() throws IOException {
        TradingCalendar written = calendar("XNYS", NYSE_WRITTEN_DOWN);
        TradingCalendar nyse = TradingCalendar.of("NYSE");
        assertThat(LocalDate.of(2013, 1, 1).datesUntil(LocalDate.of(2031, 1, 1)))
                .allSatisfy(date -> assertThat(written.day(date)).isEqualTo(nyse.day(date)));
        assertThat(written.minutesPerYear()).isEqualTo(nyse.minutesPerYear());
        assertThat(written.zone()).isEqualTo(nyse.zone());
    }

    @Test
    void a_symbol_follows_a_calendar_of_the_file_beside_it() throws IOException {
        Files.writeString(folder.resolve("calendars.yml"), NYSE_WRITTEN_DOWN);
        Watchlist list = Watchlist.read(Files.writeString(
                folder.resolve("symbols.yml"),
                "calendar: XNYS\nsymbols:\n  - AAPL\n  - {symbol: BTC-USD, calendar: 24x7}\n"));
        assertThat(list.calendar(new Symbol("AAPL")).orElseThrow().name()).isEqualTo("XNYS");
        assertThat(list.calendar(new Symbol("BTC-USD"))).contains(TradingCalendar.of("24x7"));
    }

    @Test
    void a_calendar_that_is_nowhere_is_told_with_its_line_and_those_there_are() throws IOException {
        Files.writeString(folder.resolve("calendars.yml"), NYSE_WRITTEN_DOWN);
        Path symbols = Files.writeString(
                folder.resolve("symbols.yml"), "symbols:\n  - AAPL\n  - {symbol: VOD.L, calendar: XLON}\n");
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> Watchlist.read(symbols))
                .withMessageContaining("symbols.yml line 3, symbols.entry 2")
                .withMessageContaining("calendar 'XLON' is not known: use NYSE, 24x7 or XNYS");
    }

    @Test
    void without_a_file_there_are_the_built_in_calendars() {
        assertThat(CalendarsFile.read(folder.resolve("calendars.yml")).named("NYSE"))
                .isEqualTo(TradingCalendar.of("NYSE"));
    }

    @Test
    void what_is_left_out_has_the_documented_default() throws IOException {
        TradingCalendar calendar = calendar("X", "calendars:\n  X: {zone: UTC, open: 09:00, close: 24:00}\n");
        LocalDate friday = LocalDate.of(2019, 2, 15);
        Instant open = Instant.parse("2019-02-15T09:00:00Z");
        Instant close = Instant.parse("2019-02-16T00:00:00Z");
        assertThat(calendar.day(friday)).contains(new TradingDay(friday, open, open, close, close));
        assertThat(calendar.day(LocalDate.of(2019, 12, 25))).isPresent();
        assertThat(calendar.day(LocalDate.of(2019, 2, 16))).isEmpty();
        assertThat(calendar.sessionsPerYear()).isEqualTo(252);
        assertThat(calendar.minutesPerYear()).isEqualTo(252 * 900);
    }

    @Test
    void dates_can_be_closed_or_trade_against_the_list_of_holidays_and_the_weekend() throws IOException {
        TradingCalendar calendar = calendar("X", """
                calendars:
                  X:
                    zone: Asia/Riyadh
                    open: 10:00
                    close: 15:00
                    weekend: [FRIDAY, SATURDAY]
                    holidays: target
                    also-closed: [2019-02-17]
                    also-open: [2019-12-26, 2019-02-16]
                    minutes-per-session: 240
                    sessions-per-year: 250
                """);
        assertThat(calendar.day(LocalDate.of(2019, 2, 10))).as("Sunday").isPresent();
        assertThat(calendar.day(LocalDate.of(2019, 2, 15))).as("Friday").isEmpty();
        assertThat(calendar.day(LocalDate.of(2019, 2, 16)))
                .as("a Saturday that trades")
                .isPresent();
        assertThat(calendar.day(LocalDate.of(2019, 2, 17))).as("closed besides").isEmpty();
        assertThat(calendar.day(LocalDate.of(2019, 12, 25))).as("holiday").isEmpty();
        assertThat(calendar.day(LocalDate.of(2019, 12, 26)))
                .as("a holiday that trades")
                .isPresent();
        assertThat(calendar.part(Instant.parse("2019-02-10T07:00:00Z"))).isEqualTo(SessionPart.REGULAR);
        assertThat(calendar.minutesPerYear()).isEqualTo(60_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "open: 8:00, close: 16:30                    | line 3, calendars.X.open: '8:00' is not a time of day: write 09:30",
                "open: 08:00, close: 24:01                   | line 3, calendars.X.close: '24:01' is not a time of day",
                "open: 08:00                                 | line 3, calendars.X: a calendar needs zone, open and close",
                "open: 16:30, close: 08:00                   | line 3, calendars.X: a day of 16:30, open 16:30, close 08:00, 08:00 is not in order",
                "open: 08:00, close: 16:30, pre-open: 09:00  | line 3, calendars.X: a day of 09:00",
                "open: 08:00, close: 16:30, opens: 1         | line 3, calendars.X.opens: 'opens' is not known here",
                "open: 08:00, close: 16:30, holidays: atlantis | line 3, calendars.X.holidays: holidays 'atlantis' are not known: use",
                "open: 08:00, close: 16:30, holidays: gb/xx  | line 3, calendars.X.holidays: holidays 'gb/xx' are not known: 'xx' is not one of [",
                "open: 08:00, close: 16:30, weekend: [MON]   | line 3, calendars.X.weekend.entry 1: 'MON' is not one of [MONDAY",
                "open: 08:00, close: 16:30, also-closed: [12-24] | line 3, calendars.X.also-closed.entry 1: '12-24' is not a date: write 2019-12-24",
                "open: 08:00, close: 16:30, also-closed: [2019-12-24], also-open: [2019-12-24] | 2019-12-24 is said both to trade and to be closed",
                "open: 08:00, close: 16:30, sessions-per-year: 367 | 367 sessions in a year cannot be: from 1 to 366",
                "open: 08:00, close: 16:30, minutes-per-session: 600 | 600 minutes of a session cannot be: from 1 to 510",
                "open: 08:00, close: 16:30, early-closes: [{close: 12:30, on: [Christmas]}] | early-closes.entry 1.on.entry 1: 'Christmas' names no day: write",
                "open: 08:00, close: 16:30, early-closes: [{close: 12:30, on: [13-24]}] | '13-24' names no day",
                "open: 08:00, close: 16:30, early-closes: [{close: 12:30, on: []}] | line 3, calendars.X: an early close on no day",
                "open: 08:00, close: 16:30, early-closes: [{close: 12:30}] | an early close needs close, and its days under 'on'",
                "open: 08:00, close: 16:30, early-closes: [{close: 16:30, on: [12-24]}] | an early close at 16:30 is not before the close at 16:30",
            })
    void a_mistake_is_told_with_file_line_place_and_remedy(String entry, String message) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> calendar("X", "# mine\ncalendars:\n  X: {zone: Europe/London, " + entry + "}\n"))
                .withMessageContaining("calendars.yml")
                .withMessageContaining(message.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendars: {NYSE: {zone: UTC, open: 09:00, close: 10:00}}",
                "calendars: {a b: {zone: UTC, open: 09:00, close: 10:00}}",
                "calendars: {X: }",
                "calendars: {X: {zone: Mars/Olympus, open: 09:00, close: 10:00}}",
                "calendars: {X: {zone: UTC, open: 09:00, close: 10:00, weekend: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]}}",
                "exchanges: {}",
            })
    void a_file_that_cannot_be_used_is_refused(String yaml) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> calendar("X", yaml))
                .withMessageContaining("calendars.yml");
    }

    @Test
    void a_file_that_lists_none_is_as_good_as_no_file() throws IOException {
        assertThat(List.of("calendars: {}", "calendars:"))
                .allSatisfy(yaml -> assertThat(calendar("24x7", yaml)).isEqualTo(TradingCalendar.of("24x7")));
    }

    private TradingCalendar calendar(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve("calendars.yml"), yaml);
        return CalendarsFile.read(folder.resolve("calendars.yml")).named(name);
    }
}
