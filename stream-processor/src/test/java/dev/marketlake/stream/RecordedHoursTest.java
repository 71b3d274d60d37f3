package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.judge.AlertRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the exchange's hours make of recorded bars: extended hours, half days and closures, against what the files themselves show. */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedHoursTest {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY_AFTER_THANKSGIVING = LocalDate.of(2020, 11, 27);
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2019, 12, 24);
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    @Test
    void extended_hours_are_split_into_sessions_also_on_a_half_day() {
        List<Map<String, String>> rows = RecordedCsv.rows("av_1m_extended", "MSFT_20201123_20201218");
        Instant fetched = Instant.parse("2020-12-19T12:00:00Z");
        List<RawQuote> quotes = IntStream.range(0, rows.size())
                .map(i -> rows.size() - 1 - i)
                .mapToObj(i -> extended(rows.get(i), fetched, i))
                .toList();
        Collection<Bar> bars = replay("MSFT", quotes, fetched);

        assertThat(ofInterval(bars, "1m")).hasSize(rows.size()).allSatisfy(bar -> {
            LocalDateTime opens = LocalDateTime.ofInstant(bar.getOpenTime(), NEW_YORK);
            assertThat(bar.getSession())
                    .as("session at %s", opens)
                    .isEqualTo(session(opens, opens.toLocalDate().equals(DAY_AFTER_THANKSGIVING)));
            assertThat(bar.getValid()).isTrue();
            assertThat(bar.getTradeDate()).isEqualTo(opens.toLocalDate());
        });
        assertThat(dates(bars)).hasSize(19).doesNotContain(LocalDate.of(2020, 11, 26));
        Map<LocalDate, Bar> days = days(bars);
        assertThat(days).hasSize(19);
        days.forEach((date, day) -> assertThat(day.getChildCount())
                .as("minutes of %s", date)
                .isEqualTo(date.equals(DAY_AFTER_THANKSGIVING) ? 210 : 390));
    }

    @Test
    void christmas_eve_ends_at_one() {
        List<Map<String, String>> rows = RecordedCsv.rows("yahoo_1m_etf_20191213_20200117", "SPY").stream()
                .filter(row -> row.getOrDefault("Datetime", "").startsWith(CHRISTMAS_EVE.toString()))
                .toList();
        List<RawQuote> quotes = IntStream.range(0, rows.size())
                .mapToObj(i -> RecordedEtfMonthTest.raw("SPY", rows.get(i), i))
                .toList();
        Collection<Bar> bars = replay("SPY", quotes, Instant.parse("2020-01-18T12:00:00Z"));

        assertThat(ofInterval(bars, "1m"))
                .isNotEmpty()
                .allSatisfy(bar -> assertThat(bar.getSession())
                        .isEqualTo(session(LocalDateTime.ofInstant(bar.getOpenTime(), NEW_YORK), true)));
        Bar day = days(bars).getOrDefault(CHRISTMAS_EVE, new Bar());
        assertThat(day.getChildCount()).isEqualTo(210);
        assertThat(day.getClose()).isEqualByComparingTo(closeAt(bars, LocalTime.of(12, 59)));
    }

    /** 2018-12-05 and 2019-01-21 among them. */
    @ParameterizedTest
    @CsvSource({"av_201902_daily, MSFT", "av_201902_daily, SPY", "av_201902_15min, AAPL", "av_201902_15min, SPY"})
    void sessions_are_the_dates_of_the_file_no_more_and_no_less(String folder, String symbol) {
        TreeSet<LocalDate> dates = RecordedCsv.rows(folder, symbol).stream()
                .map(row -> LocalDate.parse(row.getOrDefault("datetime", "").substring(0, "2019-02-15".length())))
                .collect(Collectors.toCollection(TreeSet::new));
        TradingCalendar calendar = TradingCalendar.of("NYSE");

        assertThat(dates.first()
                        .datesUntil(dates.last().plusDays(1))
                        .filter(date -> calendar.day(date).isPresent()))
                .containsExactlyElementsOf(dates);
    }

    private static String session(LocalDateTime opens, boolean halfDay) {
        LocalTime time = opens.toLocalTime();
        if (time.isBefore(OPEN)) {
            return "PRE";
        }
        return time.isBefore(halfDay ? EARLY_CLOSE : CLOSE) ? "REGULAR" : "POST";
    }

    private static RawQuote extended(Map<String, String> row, Instant fetched, int sequence) {
        String stamp = LocalDateTime.parse(row.getOrDefault("time", ""), TEXT).format(TEXT);
        return Raw.minute("MSFT", stamp, 1, Long.parseLong(row.getOrDefault("volume", "")))
                .stamped("CLOSE", stamp)
                .prices(
                        row.getOrDefault("open", ""),
                        row.getOrDefault("high", ""),
                        row.getOrDefault("low", ""),
                        row.getOrDefault("close", ""))
                .observed(fetched, "month-of-MSFT", sequence)
                .quote();
    }

    private static Collection<Bar> replay(String symbol, List<RawQuote> quotes, Instant clock) {
        Map<String, Bar> bars = new TreeMap<>();
        try (MarketDriver market = new MarketDriver(
                Settings.of(Map.of("depth-sessions", 40)), new AlertRules("none", List.of()), clock, symbol)) {
            quotes.forEach(market::pipe);
            market.flush().bars().forEach(bar -> bars.put(bar.getInterval() + bar.getOpenTime(), bar));
        }
        return bars.values();
    }

    private static List<Bar> ofInterval(Collection<Bar> bars, String interval) {
        return bars.stream().filter(bar -> bar.getInterval().equals(interval)).toList();
    }

    private static TreeSet<LocalDate> dates(Collection<Bar> bars) {
        return bars.stream().map(Bar::getTradeDate).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<LocalDate, Bar> days(Collection<Bar> bars) {
        return ofInterval(bars, "1d").stream().collect(Collectors.toMap(Bar::getTradeDate, bar -> bar));
    }

    private static BigDecimal closeAt(Collection<Bar> bars, LocalTime opens) {
        return ofInterval(bars, "1m").stream()
                .filter(bar -> LocalDateTime.ofInstant(bar.getOpenTime(), NEW_YORK)
                        .toLocalTime()
                        .equals(opens))
                .findFirst()
                .orElseThrow()
                .getClose();
    }
}
