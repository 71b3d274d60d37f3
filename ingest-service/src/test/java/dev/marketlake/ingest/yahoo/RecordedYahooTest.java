package dev.marketlake.ingest.yahoo;

import dev.marketlake.ingest.RecordedReadings;
import dev.marketlake.ingest.fetch.Secret;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordedYahooTest {
    /** Arrays left out by somebody's filter make the bars of a chart Broken; its events are whole. */
    private static final String EXPECTED = """
            chart_1d_AAPL_20200101_20200103_http.json            | AAPL    | days 1, events 0       | Broken
            chart_1d_AAPL_20200831_20201107_http.json            | AAPL    | days 49, events 2      | Broken
            chart_1d_AAPL_5d_close_only_2021.json                | AAPL    | events 0               | Broken
            chart_1d_AAPL_5d_no_ts_2021.json                     | AAPL    | events 0               | Broken
            chart_1d_AAPL_6mo_20251029.json                      | AAPL    | days 127, events 2     | Broken
            chart_1d_ALL.AX_2022_last_row_live.json              | ALL.AX  | days 64, events 0      | Broken
            chart_1d_AMZN_20200101_http.json                     | AMZN    | days 1, events 0       | Broken
            chart_1d_GOOG_20200101_http.json                     | GOOG    | days 1, events 0       | Broken
            chart_1d_MSFT_6mo_20251029.json                      | MSFT    | days 127, events 2     | Broken
            chart_1d_MSFT_dividends_2021_http.json               | MSFT    | days 252, events 4     | Broken
            chart_1d_MUV2.DE_2018.json                           | MUV2.DE | days 124, events 0     | Broken
            chart_1d_MUV2.DE_2018_one_null_row.json              | MUV2.DE | events 0               | Broken
            chart_1d_NVDA_split_2021_http.json                   | NVDA    | days 252, events 1     | Broken
            chart_1d_OCDO.L_GBp_http.json                        | OCDO.L  | days 1, events 0       | Broken
            chart_1d_WSU.DE_thin_volume_http.json                | WSU.DE  | days 3, events 0       | Broken
            chart_1h_AAPL_no_results_2021.json                   | AAPL    | hours 0                | Broken
            chart_1h_TSLA_FAKE_EDITED_http.json                  | TSLA    | hours 0                | Broken
            chart_1m_AAPL_weekend_empty_http.json                | AAPL    | minutes 0              | Broken
            chart_FAKE_EDITED_notimestamp_weird_quote_http.json  | AAPL    | events 0               | Broken
            chart_error_not_found.json                           | XXXX    | quote Broken           | UnknownSymbol
            error_429_body.txt                                   | AAPL    |                        | Throttled MINUTE
            quote_v7_AAPL_MSFT.json                              | AAPL    | quote 1                | Broken
            quote_v7_empty_unknown_symbol.json                   | GS2C    | quote UnknownSymbol    | Broken
            """;

    @TestFactory
    Stream<DynamicTest> every_recorded_body_gives_its_observations_or_the_right_failure() {
        Secret none = Secret.none();
        return RecordedReadings.tests(
                "yahoo",
                Map.of(
                        "minutes", new ChartBody(none, "1m")::bars,
                        "hours", new ChartBody(none, "1h")::bars,
                        "days", new ChartBody(none, "1d")::bars,
                        "events", new ChartBody(none, "1d")::actions,
                        "quote", new QuoteBody(none)::read),
                EXPECTED);
    }
}
