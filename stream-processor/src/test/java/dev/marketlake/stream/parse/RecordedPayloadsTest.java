package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Recorded;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** What every recorded provider body comes to: observations and rejections, by number and reason. No file is left out. */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedPayloadsTest {
    /**
     * Provider and file, how it is cut, and what comes of it: {@code Bar 100} are 100 bar observations, an upper-case name is a reason. A
     * file cut not at all holds no observation of a feed we read: ingest refuses it, and so does every reader here. A European or Australian
     * listing is followed here under the calendar of the NYSE, which is closed on some of its days.
     */
    private static final String EXPECTED = """
            alphavantage/company_overview_IBM_older.json                  | av overview       | Fundamentals 1
            alphavantage/daily_adjusted_IBM_20200508_truncated.json       | av days           | Bar 2, CorporateAction 1
            alphavantage/daily_adjusted_compact_IBM_20260515.csv          | av days csv       | Bar 100, CorporateAction 2
            alphavantage/daily_compact_AMJ_20200821.csv                   | av days csv       | Bar 100
            alphavantage/daily_compact_IBM_20260515.csv                   | av days csv       | Bar 100
            alphavantage/daily_full_IBM_20200508_truncated.json           | av days           | Bar 2
            alphavantage/dividends_IBM.csv                                | av dividends csv  | CorporateAction 110
            alphavantage/error_message_invalid_call_daily.json            | not at all        |
            alphavantage/global_quote_IBM_20200508.json                   | av quote          | Quote 1
            alphavantage/global_quote_IBM_20251114.csv                    | not at all        |
            alphavantage/global_quote_MSFT_20181005.json                  | av quote          | Quote 1
            alphavantage/intraday_1min_compact_MSFT_20171218.json         | av minutes        | Bar 100
            alphavantage/intraday_1min_extended_month_MSFT_202011-12.csv  | av 1m csv close   | Bar 11190
            alphavantage/intraday_5min_compact_IBM_20200821.csv           | av 5m csv close   | Bar 100
            alphavantage/intraday_5min_compact_IBM_20260515.csv           | av 5m csv open    | Bar 100
            alphavantage/intraday_5min_full_IBM_20200508_truncated.json   | av minutes        | Bar 2
            alphavantage/overview_IBM_2020.json                           | av overview       | Fundamentals 1
            alphavantage/overview_IBM_202511.json                         | av overview       | Fundamentals 1
            alphavantage/overview_IBM_202605.json                         | av overview       | Fundamentals 1
            alphavantage/premium_endpoint_realtime_bulk_quotes.json       | not at all        |
            alphavantage/splits_IBM.csv                                   | av splits csv     | CorporateAction 2
            alphavantage/throttle_information_burst_1_per_sec.json        | not at all        |
            alphavantage/throttle_note_legacy_5_per_min.json              | not at all        |
            finnhub/calendar_earnings_AAPL.json                           | not at all        |
            finnhub/candle_60_AAPL_20200702_issue309.json                 | fh 1h             | Bar 2
            finnhub/candle_AAPL_403_premium.json                          | not at all        |
            finnhub/candle_AAPL_D_2019.json                               | fh 1d             | Bar 3
            finnhub/candle_no_data.json                                   | fh 1d             |
            finnhub/company_profile_v1_AAPL.json                          | fh profile        | Fundamentals 1
            finnhub/earnings.json                                         | not at all        |
            finnhub/error_401_invalid_key.json                            | not at all        |
            finnhub/error_429_rate_limit_body.json                        | not at all        |
            finnhub/metric_all_AAPL.json                                  | fh metric         | Fundamentals 1
            finnhub/peers_AAPL.json                                       | not at all        |
            finnhub/profile2_AAPL.json                                    | fh profile        | Fundamentals 1
            finnhub/quote_AAPL_2019.json                                  | fh quote          | MISSING_FIELD 1
            finnhub/quote_AAPL_20260522.json                              | fh quote          | Quote 1
            finnhub/quote_partial_zeros_TSLA_issue61.json                 | fh quote          | Quote 1
            finnhub/quote_unknown_symbol.json                             | fh quote          | BAD_TIME+PRICE_NOT_POSITIVE+UNKNOWN_SYMBOL 1
            finnhub/search_apple.json                                     | not at all        |
            finnhub/stock_symbol_US_first25.json                          | not at all        |
            finnhub/symbols.json                                          | not at all        |
            finnhub/ws_error_too_many_symbols.json                        | fh trades         |
            finnhub/ws_ping.json                                          | fh trades         |
            finnhub/ws_trade_empty_conditions.json                        | fh trades         | Trade 2
            finnhub/ws_trade_messages_duplicated_issue143.jsonl           | fh trades         | Trade 3
            finnhub/ws_trade_two_symbols_with_conditions.json             | fh trades         | Trade 2
            polygon/aggs_daily_AAPL_2005.json                             | pg 1d             | Bar 2
            polygon/aggs_daily_AAPL_20230101_20230110.json                | pg 1d             | Bar 6
            polygon/aggs_doc_sample_next_url.json                         | pg 1d             | Bar 2
            polygon/aggs_hourly_GME_60minute_20211201_20211202_desc.json  | pg 1h             | Bar 29
            polygon/aggs_missing_n_SPY_issue105.json                      | pg 1d             | Bar 1
            polygon/aggs_no_results_AAMC.json                             | pg 1d             |
            polygon/aggs_prev_AAPL.json                                   | pg 1d             | Bar 1
            polygon/conditions_stocks.json                                | not at all        |
            polygon/error_403_not_authorized_timeframe.json               | not at all        |
            polygon/grouped_daily_20050404.json                           | pg 1d             | Bar 1
            polygon/market_status_now.json                                | not at all        |
            polygon/market_status_upcoming.json                           | not at all        |
            polygon/open_close_AAPL_20050401.json                         | not at all        |
            polygon/splits_v3.json                                        | pg splits         | CorporateAction 10
            polygon/ticker_details_AAPL.json                              | not at all        |
            polygon/trades_v3_AAPL_limit2_next_url.json                   | not at all        |
            polygon/ws_trade_duplicate_sequence_issue241.jsonl            | not at all        |
            yahoo/chart_1d_AAPL_20200101_20200103_http.json               | yh chart          | Bar 1
            yahoo/chart_1d_AAPL_20200831_20201107_http.json               | yh chart          | Bar 49, CorporateAction 2
            yahoo/chart_1d_AAPL_5d_close_only_2021.json                   | yh chart          | MISSING_FIELD 5
            yahoo/chart_1d_AAPL_5d_no_ts_2021.json                        | yh chart          |
            yahoo/chart_1d_AAPL_6mo_20251029.json                         | yh chart          | Bar 127, CorporateAction 2
            yahoo/chart_1d_ALL.AX_2022_last_row_live.json                 | yh chart          | Bar 62, NO_SESSION 2
            yahoo/chart_1d_AMZN_20200101_http.json                        | yh chart          | Bar 1
            yahoo/chart_1d_GOOG_20200101_http.json                        | yh chart          | Bar 1
            yahoo/chart_1d_MSFT_6mo_20251029.json                         | yh chart          | Bar 127, CorporateAction 2
            yahoo/chart_1d_MSFT_dividends_2021_http.json                  | yh chart          | Bar 252, CorporateAction 4
            yahoo/chart_1d_MUV2.DE_2018.json                              | yh chart          | Bar 122, NO_SESSION 2
            yahoo/chart_1d_MUV2.DE_2018_one_null_row.json                 | yh chart          | EMPTY_ROW 1, MISSING_FIELD 121, MISSING_FIELD+NO_SESSION 2
            yahoo/chart_1d_NVDA_split_2021_http.json                      | yh chart          | Bar 252, CorporateAction 1
            yahoo/chart_1d_OCDO.L_GBp_http.json                           | yh chart          | Bar 1
            yahoo/chart_1d_WSU.DE_thin_volume_http.json                   | yh chart          | Bar 3
            yahoo/chart_1h_AAPL_no_results_2021.json                      | yh chart          |
            yahoo/chart_1h_TSLA_FAKE_EDITED_http.json                     | yh chart          |
            yahoo/chart_1m_AAPL_weekend_empty_http.json                   | yh chart          |
            yahoo/chart_FAKE_EDITED_notimestamp_weird_quote_http.json     | yh chart          |
            yahoo/chart_error_not_found.json                              | not at all        |
            yahoo/error_429_body.txt                                      | not at all        |
            yahoo/quote_v7_AAPL_MSFT.json                                 | yh quotes         | Fundamentals 2
            yahoo/quote_v7_empty_unknown_symbol.json                      | yh quotes         |
            """;

    private static final Map<String, Function<String, List<RawQuote>>> CUTS = Map.ofEntries(
            Map.entry("av minutes", body -> RecordedCuts.alphaVantageMinutes(body, "CLOSE")),
            Map.entry("av 1m csv close", body -> RecordedCuts.alphaVantageMinutesCsv(body, "1m", "CLOSE")),
            Map.entry("av 5m csv close", body -> RecordedCuts.alphaVantageMinutesCsv(body, "5m", "CLOSE")),
            Map.entry("av 5m csv open", body -> RecordedCuts.alphaVantageMinutesCsv(body, "5m", "OPEN")),
            Map.entry("av days", RecordedCuts::alphaVantageDays),
            Map.entry("av days csv", RecordedCuts::alphaVantageDaysCsv),
            Map.entry("av quote", RecordedCuts::alphaVantageQuote),
            Map.entry("av overview", RecordedCuts::alphaVantageOverview),
            Map.entry("av dividends csv", body -> RecordedCuts.alphaVantageActionsCsv(body, "dividend")),
            Map.entry("av splits csv", body -> RecordedCuts.alphaVantageActionsCsv(body, "split")),
            Map.entry("fh 1h", body -> RecordedCuts.finnhubCandles(body, "INTRADAY_BAR", "1h")),
            Map.entry("fh 1d", body -> RecordedCuts.finnhubCandles(body, "DAILY_BAR", "1d")),
            Map.entry("fh quote", body -> RecordedCuts.finnhubObject(body, "QUOTE", "quote", "")),
            Map.entry("fh metric", body -> RecordedCuts.finnhubObject(body, "FUNDAMENTALS", "metric", "metric")),
            Map.entry("fh profile", body -> RecordedCuts.finnhubObject(body, "FUNDAMENTALS", "profile", "")),
            Map.entry("fh trades", RecordedCuts::finnhubTrades),
            Map.entry("yh chart", RecordedCuts::yahooChart),
            Map.entry("yh quotes", RecordedCuts::yahooQuotes),
            Map.entry("pg 1h", body -> RecordedCuts.polygonBars(body, "INTRADAY_BAR", "1h")),
            Map.entry("pg 1d", body -> RecordedCuts.polygonBars(body, "DAILY_BAR", "1d")),
            Map.entry("pg splits", RecordedCuts::polygonSplits),
            Map.entry("not at all", body -> List.of()));

    private final Parsing parsing = new Parsing(Watchlist.of("AAPL"), Duration.ofMinutes(2));

    @Test
    void every_recorded_file_is_in_the_list_and_nothing_else() throws IOException {
        try (Stream<Path> files = Files.walk(folder(), 2)) {
            List<String> recorded = files.filter(Files::isRegularFile)
                    .map(file -> folder().relativize(file).toString())
                    .filter(name -> name.contains("/"))
                    .toList();
            assertThat(recorded).containsExactlyInAnyOrderElementsOf(expected().keySet());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_recorded_body_becomes_what_it_should() {
        return expected().entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    List<RawQuote> cut = cut(entry.getValue()[1].strip(), body(entry.getKey()));
                    assertThat(outcomes(cut)).isEqualTo(entry.getValue()[2].strip());
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_reader_takes_a_whole_body_for_an_observation() {
        return expected().keySet().stream()
                .map(file -> dynamicTest(file, () -> {
                    String body = body(file);
                    for (RawQuote quote : Payloads.all()) {
                        if (isPayloadItself(file, quote)) {
                            continue;
                        }
                        Parsed parsed = parsing.observation(Payloads.with(quote, body));
                        assertThat(parsed)
                                .as(quote.getSource() + " " + quote.getFeed())
                                .isInstanceOf(Refused.class);
                        assertThat(((Refused) parsed).reasons().names())
                                .containsAnyOf("MALFORMED_PAYLOAD", "MISSING_FIELD");
                    }
                }));
    }

    /** Finnhub's own answer has the object that its payload wraps. */
    private static boolean isPayloadItself(String file, RawQuote quote) {
        return file.equals("finnhub/metric_all_AAPL.json")
                && quote.getSource().equals("FINNHUB")
                && quote.getFeed().equals("FUNDAMENTALS");
    }

    private String outcomes(List<RawQuote> cut) {
        Map<String, Long> counts = cut.stream()
                .map(parsing::observation)
                .collect(Collectors.groupingBy(RecordedPayloadsTest::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String outcome(Parsed parsed) {
        return parsed instanceof Refused refused
                ? String.join("+", refused.reasons().names())
                : parsed.getClass().getSimpleName().replace("Observation", "");
    }

    private static List<RawQuote> cut(String how, String body) {
        Function<String, List<RawQuote>> cut = CUTS.get(how);
        assertThat(cut).as(how).isNotNull();
        return cut == null ? List.of() : cut.apply(body);
    }

    private static Map<String, String[]> expected() {
        return Arrays.stream(EXPECTED.split("\n"))
                .map(line -> (line + " ").split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[0].strip(), cells -> cells, (one, other) -> one, LinkedHashMap::new));
    }

    private static String body(String file) throws IOException {
        return Files.readString(folder().resolve(file));
    }

    private static Path folder() {
        return Recorded.folder().resolve("payloads");
    }
}
