package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NyseHistoryTest {
    @Test
    void every_weekday_from_2001_to_2026_is_what_the_exchange_made_of_it() throws IOException {
        TradingCalendar nyse = TradingCalendar.of("NYSE");
        TreeMap<LocalDate, String> exceptions = new TreeMap<>();
        LocalDate.of(2001, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .forEach(date -> exceptions.put(date, what(nyse, date)));
        exceptions.values().removeIf("16:00"::equals);
        assertThat(exceptions).isEqualTo(published());
    }

    private static String what(TradingCalendar calendar, LocalDate date) {
        return calendar.day(date)
                .map(day ->
                        day.regularClose().atZone(calendar.zone()).toLocalTime().toString())
                .orElse("closed");
    }

    private static TreeMap<LocalDate, String> published() throws IOException {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        var file = Objects.requireNonNull(NyseHistoryTest.class.getResourceAsStream("/calendar/nyse-2001-2026.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(parts -> days.put(LocalDate.parse(parts[0]), parts[1]));
        }
        return days;
    }
}
