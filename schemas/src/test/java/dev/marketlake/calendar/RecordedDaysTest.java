package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar against the days on which recorded prices exist; where the recordings are. */
class RecordedDaysTest {
    private static final Path MARKET = Path.of(
                    Optional.ofNullable(System.getenv("MARKETLAKE_RECORDED")).orElse("../../shared/data"))
            .resolve("market");
    private final TradingCalendar nyse = TradingCalendar.of("NYSE");

    @ParameterizedTest
    @CsvSource({
        "zipline_daily_2012_2014, 0, 754",
        "pystock_daily_2015_2017, 2, 513",
        "av_201902_daily, 0, 283",
        "av_201902_15min, 0, 30",
        "yahoo_1m_etf_20191213_20200117, 0, 24"
    })
    void prices_exist_on_trading_days_and_on_no_other(String folder, int dateColumn, int days) throws IOException {
        TreeSet<LocalDate> traded = rows(folder)
                .map(row -> row[dateColumn].substring(0, 10))
                .distinct()
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new));
        List<LocalDate> expected = traded.first()
                .datesUntil(traded.last().plusDays(1))
                .filter(date -> nyse.day(date).isPresent())
                .toList();
        assertThat(traded).hasSize(days).containsExactlyElementsOf(expected);
    }

    @Test
    void after_an_early_close_the_last_trade_is_in_the_shortened_evening() throws IOException {
        LocalDateTime last = rows("av_1m_extended")
                .map(row -> LocalDateTime.parse(row[0].replace(' ', 'T')))
                .filter(stamp -> stamp.toLocalDate().equals(LocalDate.of(2020, 11, 27)))
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        LocalTime end = nyse.day(last.toLocalDate())
                .orElseThrow()
                .postClose()
                .atZone(nyse.zone())
                .toLocalTime();
        assertThat(end).isEqualTo(last.toLocalTime());
    }

    private static Stream<String[]> rows(String folder) throws IOException {
        assumeThat(MARKET.resolve(folder))
                .as("recorded data; MARKETLAKE_RECORDED may name its folder")
                .isDirectory();
        try (Stream<Path> files = Files.list(MARKET.resolve(folder))) {
            return files.toList().stream().flatMap(RecordedDaysTest::rows);
        }
    }

    private static Stream<String[]> rows(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
