package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.judge.AlertRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two years of daily bars whose source says almost every day twice, a day later and often revised: the last word stands. */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedDaysTest {
    private static final String FOLDER = "pystock_daily_2015_2017";
    private static final Instant LATER = Instant.parse("2017-04-03T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "AMZN", "IBM", "NFLX", "NKE", "SBUX"})
    void repeats_and_revisions_end_with_the_last_observation(String symbol) {
        List<Map<String, String>> rows = RecordedCsv.rows(FOLDER, symbol);
        List<RawQuote> quotes = quotes(symbol, rows);
        Map<LocalDate, Map<String, String>> last = new TreeMap<>();
        Set<String> said = new HashSet<>();
        rows.forEach(row -> {
            last.put(date(row), row);
            said.add(figures(row));
        });

        Map<String, LedgerEntry> ledger = new HashMap<>();
        Map<LocalDate, Bar> bars = replay(symbol, quotes, ledger);

        assertThat(bars.keySet()).isEqualTo(last.keySet());
        bars.forEach((date, bar) -> {
            Map<String, String> row = last.getOrDefault(date, Map.of());
            assertThat(bar.getOpen()).isEqualByComparingTo(row.get("open"));
            assertThat(bar.getHigh()).isEqualByComparingTo(row.get("high"));
            assertThat(bar.getLow()).isEqualByComparingTo(row.get("low"));
            assertThat(bar.getClose()).isEqualByComparingTo(row.get("close"));
            assertThat(bar.getVolume()).isEqualTo(Long.parseLong(row.getOrDefault("volume", "")));
            assertThat(bar.getComplete()).isTrue();
        });
        assertThat(total(ledger, LedgerEntry::getAccepted)).isEqualTo(last.size());
        assertThat(total(ledger, LedgerEntry::getRevised)).isEqualTo((long) said.size() - last.size());
        assertThat(total(ledger, LedgerEntry::getDuplicate)).isEqualTo((long) rows.size() - said.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL"})
    void the_order_of_arrival_does_not_matter(String symbol) {
        List<RawQuote> quotes = new ArrayList<>(quotes(symbol, RecordedCsv.rows(FOLDER, symbol)));
        Map<LocalDate, String> sorted = contents(replay(symbol, quotes, new HashMap<>()));
        Collections.shuffle(quotes, new Random(1));
        assertThat(contents(replay(symbol, quotes, new HashMap<>()))).isEqualTo(sorted);
    }

    private static Map<LocalDate, Bar> replay(String symbol, List<RawQuote> quotes, Map<String, LedgerEntry> ledger) {
        try (MarketDriver market =
                new MarketDriver(Settings.minutesAndDays(), new AlertRules("none", List.of()), LATER, symbol)) {
            quotes.forEach(market::pipe);
            market.flush();
            ledger.putAll(market.latestLedger());
            Map<LocalDate, Bar> bars = new TreeMap<>();
            market.bars().forEach(bar -> bars.put(bar.getTradeDate(), bar));
            return bars;
        }
    }

    private static Map<LocalDate, String> contents(Map<LocalDate, Bar> bars) {
        Map<LocalDate, String> contents = new TreeMap<>();
        bars.forEach((date, bar) -> {
            Bar content = Bar.newBuilder(bar).setRevision(0).build();
            contents.put(date, content.toString().replaceAll("\"lineage\".*", ""));
        });
        return contents;
    }

    private static List<RawQuote> quotes(String symbol, List<Map<String, String>> rows) {
        List<RawQuote> quotes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String archive = row.getOrDefault("source_file", "").replaceAll(".*/|\\..*", "");
            Instant published = LocalDate.parse(archive, DateTimeFormatter.BASIC_ISO_DATE)
                    .atTime(LocalTime.of(23, 0))
                    .toInstant(ZoneOffset.UTC);
            quotes.add(new RawQuote(
                    "ALPHA_VANTAGE", "DAILY_BAR", symbol, "1d", payload(row), published, "archive-" + archive, i));
        }
        return quotes;
    }

    private static String payload(Map<String, String> row) {
        return "{\"date\":\"" + row.get("date") + "\",\"bar\":{\"1. open\":\"" + row.get("open") + "\",\"2. high\":\""
                + row.get("high") + "\",\"3. low\":\"" + row.get("low") + "\",\"4. close\":\"" + row.get("close")
                + "\",\"5. volume\":\"" + row.get("volume") + "\"}}";
    }

    private static LocalDate date(Map<String, String> row) {
        return LocalDate.parse(row.getOrDefault("date", ""));
    }

    private static String figures(Map<String, String> row) {
        List<String> figures = new ArrayList<>();
        for (String name : List.of("open", "high", "low", "close", "volume")) {
            figures.add(new BigDecimal(row.getOrDefault(name, ""))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return row.get("date") + figures;
    }

    private static long total(Map<String, LedgerEntry> ledger, ToLongFunction<LedgerEntry> column) {
        return ledger.values().stream().mapToLong(column).sum();
    }
}
