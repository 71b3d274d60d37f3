package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.parse.Payloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Fundamentals, splits, dividends and trades through the whole topology. */
class FactBookTest {
    private static final String SYMBOL = "AAPL";

    @Test
    void what_a_company_says_again_is_a_duplicate_and_what_changes_is_a_row() {
        try (MarketDriver market = market()) {
            market.pipe(pe("A", 1)).pipe(pe("A", 2)).pipe(pe("B", 3)).pipe(pe("A", 4));
            assertThat(market.fundamentals())
                    .extracting(row -> row.getPeRatio().toPlainString())
                    .containsExactly("10.00000000", "11.00000000", "10.00000000");
            Map<String, LedgerEntry> ledger = market.flush().latestLedger();
            assertThat(total(ledger, LedgerEntry::getAccepted)).isEqualTo(1);
            assertThat(total(ledger, LedgerEntry::getRevised)).isEqualTo(2);
            assertThat(total(ledger, LedgerEntry::getDuplicate)).isEqualTo(1);
        }
    }

    @Test
    void a_company_is_one_identity_in_the_ledger_whatever_comes_late() {
        try (MarketDriver market = market()) {
            market.pipe(pe("A", 1)).pipe(pe("A", 5)).pipe(pe("B", 3)).pipe(pe("B", 4));
            Map<String, LedgerEntry> ledger = market.flush().latestLedger();
            assertThat(total(ledger, LedgerEntry::getAccepted)).isEqualTo(1);
            assertThat(total(ledger, LedgerEntry::getSuperseded)).isEqualTo(1);
            assertThat(total(ledger, LedgerEntry::getDuplicate)).isEqualTo(2);
        }
    }

    @Test
    void a_late_saying_makes_the_next_one_news_or_no_news() {
        try (MarketDriver market = market()) {
            market.pipe(pe("A", 1)).pipe(pe("A", 5)).pipe(pe("B", 3));
            assertThat(market.fundamentals())
                    .extracting(row -> row.getObservedAt().toString())
                    .containsExactly(at(1), at(3), at(5));
            market.pipe(pe("A", 4));
            assertThat(market.fundamentals())
                    .extracting(row -> row.getObservedAt() + " " + row.getDeleted())
                    .containsExactly(at(4) + " false", at(5) + " true");
        }
    }

    @Test
    void the_answers_of_a_provider_do_not_contradict_each_other() {
        try (MarketDriver market = market()) {
            for (int day = 1; day <= 3; day++) {
                market.pipe(Payloads.at(Payloads.FINNHUB_METRIC, at(day), "metric-" + day));
                market.pipe(Payloads.at(Payloads.FINNHUB_PROFILE, at(day), "profile-" + day));
            }
            assertThat(market.fundamentals()).hasSize(2);
        }
    }

    @Test
    void a_split_that_several_sources_know_is_one_row_of_the_first_source() {
        try (MarketDriver market = market()) {
            market.pipe(Payloads.POLYGON_SPLIT).pipe(Payloads.YAHOO_SPLIT).pipe(Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY);
            assertThat(market.corporateActions())
                    .extracting(CorporateAction::getSource)
                    .containsExactly("POLYGON", "YAHOO", "ALPHA_VANTAGE");
            Map<String, LedgerEntry> ledger = market.flush().latestLedger();
            assertThat(total(ledger, LedgerEntry::getAccepted)).isEqualTo(1);
            assertThat(total(ledger, LedgerEntry::getDuplicate)).isEqualTo(2);
        }
    }

    @Test
    void a_corrected_dividend_replaces_the_row_and_what_was_said_before_it_does_not() {
        try (MarketDriver market = market()) {
            market.pipe(dividend("1.69", 2)).pipe(dividend("1.70", 3)).pipe(dividend("1.68", 1));
            assertThat(market.corporateActions())
                    .extracting(row -> row.getAmount().toPlainString())
                    .containsExactly("1.69000000", "1.70000000");
            Map<String, LedgerEntry> ledger = market.flush().latestLedger();
            assertThat(total(ledger, LedgerEntry::getRevised)).isEqualTo(1);
            assertThat(total(ledger, LedgerEntry::getSuperseded)).isEqualTo(1);
        }
    }

    @Test
    void equal_trades_of_one_connection_are_told_apart_by_their_ordinal() {
        try (MarketDriver market = market()) {
            RawQuote second = Payloads.with(Payloads.FINNHUB_TRADE, "\"ordinal\":0", "\"ordinal\":1");
            market.pipe(Payloads.FINNHUB_TRADE).pipe(second).pipe(Payloads.FINNHUB_TRADE);
            assertThat(market.trades())
                    .hasSize(2)
                    .allMatch(row -> row.getKind().equals("TRADE") && row.getSize() == 43);
        }
    }

    @Test
    void any_order_of_arrival_ends_with_the_same_rows() {
        List<RawQuote> events = new ArrayList<>(List.of(
                Payloads.YAHOO_SPLIT,
                Payloads.POLYGON_SPLIT,
                Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY,
                dividend("1.69", 1),
                dividend("1.70", 2),
                dividend("1.69", 4)));
        for (int day = 1; day <= 5; day++) {
            events.add(pe(day % 3 == 0 ? "B" : "A", day));
            events.add(Payloads.at(Payloads.FINNHUB_PROFILE, at(day).replace("00Z", "01Z"), "profile-" + day));
        }
        Map<String, String> sorted = rows(events);
        assertThat(sorted).hasSize(6);
        Random random = new Random(3);
        for (int seed = 0; seed < 40; seed++) {
            Collections.shuffle(events, random);
            List<RawQuote> twice = new ArrayList<>(events);
            twice.addAll(events.subList(0, 5));
            assertThat(rows(twice)).isEqualTo(sorted);
        }
    }

    private static Map<String, String> rows(List<RawQuote> events) {
        Map<String, String> rows = new TreeMap<>();
        try (MarketDriver market = market()) {
            events.forEach(market::pipe);
            for (Fundamentals row : market.fundamentals()) {
                String key = "company " + row.getObservedAt();
                String content = row.getName() + " " + row.getPeRatio() + " " + row.getMarketCap();
                if (row.getDeleted()) {
                    rows.remove(key);
                } else {
                    rows.put(key, content);
                }
            }
            for (CorporateAction row : market.corporateActions()) {
                rows.put(
                        row.getKind() + row.getDate(),
                        row.getSource() + " " + row.getSplitTo() + " " + row.getAmount() + " " + row.getObservedAt());
            }
        }
        return rows;
    }

    private static RawQuote pe(String content, int day) {
        RawQuote quote = Payloads.with(Payloads.ALPHA_VANTAGE_OVERVIEW, "19.42", content.equals("A") ? "10" : "11");
        return Payloads.at(quote, at(day), "overview-" + day);
    }

    private static RawQuote dividend(String amount, int day) {
        return Payloads.at(Payloads.with(Payloads.ALPHA_VANTAGE_DIVIDEND, "1.69", amount), at(day), "dividend-" + day);
    }

    /** Days of one week, from 1 for Monday. */
    private static String at(int day) {
        return "2026-11-%02dT12:00:00Z".formatted(day + 8);
    }

    private static long total(Map<String, LedgerEntry> ledger, ToLongFunction<LedgerEntry> column) {
        return ledger.values().stream()
                .filter(entry -> entry.getKind().equals("COUNTS"))
                .mapToLong(column)
                .sum();
    }

    private static MarketDriver market() {
        return new MarketDriver(
                Settings.minutesAndDays(),
                new AlertRules("none", List.of()),
                Instant.parse("2026-11-20T00:00:00Z"),
                SYMBOL);
    }
}
