package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.stream.judge.AlertRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A month of Yahoo's minutes with the dirt it came with: stamps given up to ten times, blocks out of order, rows of nulls, volumes that are
 * zero at first. What it ends with is what each stamp was last said to be. {@code -Drecorded.files=all} takes all 181 files.
 */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedEtfMonthTest {
    private static final String FOLDER = "yahoo_1m_etf_20191213_20200117";
    private static final List<String> DIRTIEST =
            List.of("SPY", "DGRW", "PPA", "BAB", "SLYV", "HDV", "AMZA", "UGAZ", "IDX_ACWI");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx");
    private static final Instant FETCHED = Instant.parse("2020-01-18T12:00:00Z");

    static Stream<String> symbols() {
        boolean all = "all".equals(System.getProperty("recorded.files"));
        return (all ? RecordedCsv.symbols(FOLDER) : DIRTIEST).stream();
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void a_month_of_minutes_ends_with_its_distinct_valid_bars(String symbol) {
        List<Map<String, String>> rows = RecordedCsv.rows(FOLDER, symbol);
        Map<Instant, Map<String, String>> last = new TreeMap<>();
        rows.stream().filter(row -> !isNull(row)).forEach(row -> last.put(openTime(row), row));
        try (MarketDriver market = new MarketDriver(
                Settings.of(Map.of("depth-sessions", 40)), new AlertRules("none", List.of()), FETCHED, symbol)) {
            for (int i = 0; i < rows.size(); i++) {
                market.pipe(raw(symbol, rows.get(i), i));
            }
            market.flush();

            Map<Instant, Bar> bars = new TreeMap<>();
            market.bars().stream()
                    .filter(bar -> bar.getInterval().equals("1m"))
                    .forEach(bar -> bars.put(bar.getOpenTime(), bar));
            assertThat(bars.keySet()).isEqualTo(last.keySet());
            bars.forEach((time, bar) -> same(bar, last.getOrDefault(time, Map.of())));
            Set<LocalDate> splits = splits(rows);
            assertThat(bars.values()).filteredOn(bar -> !bar.getValid()).allSatisfy(bar -> {
                assertThat(bar.getTradeDate()).isIn(splits);
                assertThat(bar.getViolations()).contains("FAR_FROM_MEDIAN");
            });
            long nulls = rows.stream().filter(RecordedEtfMonthTest::isNull).count();
            assertThat(market.rejected())
                    .hasSize((int) nulls)
                    .extracting(RejectedQuote::getReasons)
                    .allMatch(List.of("EMPTY_ROW")::equals);
            Map<String, LedgerEntry> ledger = market.latestLedger();
            assertThat(ledger.values().stream()
                            .mapToLong(LedgerEntry::getAccepted)
                            .sum())
                    .isEqualTo(last.size());
        }
    }

    private static void same(Bar bar, Map<String, String> row) {
        assertThat(bar.getComplete() && bar.getPriceBasis().equals("RAW")).isTrue();
        assertThat(bar.getOpen()).isEqualByComparingTo(price(row, "Open"));
        assertThat(bar.getHigh()).isEqualByComparingTo(price(row, "High"));
        assertThat(bar.getLow()).isEqualByComparingTo(price(row, "Low"));
        assertThat(bar.getClose()).isEqualByComparingTo(price(row, "Close"));
        assertThat(bar.getVolume()).isEqualTo(new BigDecimal(row.getOrDefault("Volume", "")).longValueExact());
    }

    /** Some are computed in binary: 4.5139999999999985. */
    private static BigDecimal price(Map<String, String> row, String name) {
        return new BigDecimal(row.getOrDefault(name, "")).setScale(8, RoundingMode.HALF_EVEN);
    }

    /** Days on which the file says there was a split: its minutes before are at other prices, and here nobody tells the topology of it. */
    private static Set<LocalDate> splits(List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> !row.getOrDefault("Stock Splits", "0").matches("0(\\.0)?"))
                .map(row -> LocalDate.parse(row.getOrDefault("Datetime", "").substring(0, "2020-01-17".length())))
                .collect(Collectors.toSet());
    }

    static RawQuote raw(String symbol, Map<String, String> row, int sequence) {
        return new RawQuote(
                "YAHOO",
                "INTRADAY_BAR",
                symbol,
                "1m",
                "{\"timeZone\":\"America/New_York\",\"basis\":\"RAW\",\"row\":{\"timestamp\":"
                        + openTime(row).getEpochSecond() + ",\"open\":" + number(row, "Open") + ",\"high\":"
                        + number(row, "High") + ",\"low\":" + number(row, "Low") + ",\"close\":" + number(row, "Close")
                        + ",\"volume\":" + number(row, "Volume") + "}}",
                FETCHED,
                "month-of-" + symbol,
                sequence);
    }

    private static String number(Map<String, String> row, String name) {
        String text = row.getOrDefault(name, "");
        return text.isEmpty() ? "null" : text;
    }

    private static boolean isNull(Map<String, String> row) {
        return row.getOrDefault("Close", "").isEmpty();
    }

    static Instant openTime(Map<String, String> row) {
        return OffsetDateTime.parse(row.getOrDefault("Datetime", ""), STAMP).toInstant();
    }
}
