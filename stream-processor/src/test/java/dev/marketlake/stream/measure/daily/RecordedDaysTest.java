package dev.marketlake.stream.measure.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.stream.Recorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded daily closes: the AAPL split of 2014 as traded and as adjusted, and figures worked out apart from this code. */
class RecordedDaysTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private static final LocalDate LAST = LocalDate.of(2014, 12, 31);
    private static final LocalDate SPLIT = LocalDate.of(2014, 6, 9);

    @ParameterizedTest
    @CsvSource({
        "AAPL, 112.61285728571428, 106.50433359999994, -0.019018841601995407, -0.03166945401648302, 0.37724142054558274, 0.24091139725603736, 77.38095238095238, -0.07243699999999997",
        "IBM, 161.26285857142858, 173.69188877777776, 0.0024367322254907897, -0.0226608303445216, -0.14463935590725874, 0.23308704729816826, 91.26984126984127, -0.1887546202405902",
        "MSFT, 47.62428614285714, 46.71200015555558, -0.012122479795831587, -0.06085721918433529, 0.2416466452820103, 0.23206940535124299, 79.36507936507937, -0.06369683403150905"
    })
    void the_last_day_of_2014(
            String symbol,
            double avg7d,
            double avg90d,
            double return1d,
            double return30d,
            double returnYtd,
            double volatility,
            double score,
            double drawdown)
            throws IOException {
        DayRun run = adjusted(symbol);
        // Every session of three years, the two of the hurricane Sandy left out.
        assertThat(run.size()).isEqualTo(754);

        DailyReadings readings = DailyReadings.of(run, run.find(LAST));

        Offset<Double> near = within(1e-9);
        assertThat(readings.avg7d()).isCloseTo(avg7d, near);
        assertThat(readings.avg90d()).isCloseTo(avg90d, near);
        assertThat(readings.return1d()).isCloseTo(return1d, near);
        assertThat(readings.return30d()).isCloseTo(return30d, near);
        assertThat(readings.returnYtd()).isCloseTo(returnYtd, near);
        assertThat(readings.volatility20d()).isCloseTo(volatility, near);
        assertThat(readings.volatilityScore()).isCloseTo(score, near);
        assertThat(readings.drawdown()).isCloseTo(drawdown, near);
        assertThat(readings.inputs()).isEqualTo(272);
    }

    @Test
    void closes_as_traded_with_their_split_read_like_closes_that_were_adjusted_by_somebody_else() throws IOException {
        DayRun adjusted = adjusted("AAPL");
        DayRun traded = new DayRun(NYSE, DailyReadingsTest.splits(Map.of(SPLIT, 7.0)));
        traded().forEach((day, close) -> traded.put(day, close, 1));
        assertThat(traded.size()).isEqualTo(252);

        for (int i = 90; i < traded.size(); i++) {
            double scale = traded.date(i).isBefore(SPLIT) ? 7 : 1;
            DailyReadings ours = DailyReadings.of(traded, i);
            DailyReadings theirs = DailyReadings.of(adjusted, adjusted.find(traded.date(i)));
            // The two sources differ by up to half a cent in 95 dollars.
            Offset<Double> near = within(2e-4);
            assertThat(ours.avg90d()).isCloseTo(number(theirs.avg90d()) * scale, within(scale * 0.005));
            assertThat(ours.return30d()).isCloseTo(number(theirs.return30d()), near);
            assertThat(ours.volatility20d()).isCloseTo(number(theirs.volatility20d()), within(1e-3));
        }
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static DayRun adjusted(String symbol) throws IOException {
        Path file = Recorded.folder().resolve("market/zipline_daily_2012_2014/" + symbol + ".csv.gz");
        assumeTrue(Files.exists(file), "no recorded daily closes");
        DayRun run = new DayRun(NYSE, SplitFactors.NONE);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (String[] cells : rows(in)) {
                run.put(LocalDate.parse(cells[0]), Double.parseDouble(cells[4]), 1);
            }
        }
        return run;
    }

    /** AAPL as traded in 2014. */
    private static Map<LocalDate, Double> traded() throws IOException {
        Path file = Recorded.folder().resolve("market/wiki_daily_2014/QUANDL_ARCHIVE.zip");
        assumeTrue(Files.exists(file), "no recorded daily closes");
        Map<LocalDate, Double> closes = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            in.getNextEntry();
            for (String[] cells : rows(in)) {
                if (cells[0].equals("AAPL")) {
                    closes.put(LocalDate.parse(cells[1]), Double.parseDouble(cells[5]));
                }
            }
        }
        return closes;
    }

    private static List<String[]> rows(InputStream in) {
        return Arrays.asList(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toArray(String[][]::new));
    }
}
