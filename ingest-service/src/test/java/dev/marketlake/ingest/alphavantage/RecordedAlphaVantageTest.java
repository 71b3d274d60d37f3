package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.RecordedReadings;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.market.StampConvention;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordedAlphaVantageTest {
    private static final Secret KEY = new Secret("k3y");

    /** CSV is not asked for: Broken. */
    private static final String EXPECTED = """
            company_overview_IBM_older.json                  | IBM  | overview 1         | Broken
            daily_adjusted_IBM_20200508_truncated.json       | IBM  | days 2, actions 1  | Broken
            daily_adjusted_compact_IBM_20260515.csv          | IBM  |                    | Broken
            daily_compact_AMJ_20200821.csv                   | AMJ  |                    | Broken
            daily_compact_IBM_20260515.csv                   | IBM  |                    | Broken
            daily_full_IBM_20200508_truncated.json           | IBM  | days 2, actions 0  | Broken
            dividends_IBM.csv                                | IBM  |                    | Broken
            error_message_invalid_call_daily.json            | IBM  |                    | UnknownSymbol
            global_quote_IBM_20200508.json                   | IBM  | quote 1            | Broken
            global_quote_IBM_20251114.csv                    | IBM  |                    | Broken
            global_quote_MSFT_20181005.json                  | MSFT | quote 1            | Broken
            intraday_1min_compact_MSFT_20171218.json         | MSFT | 1min 100           | Broken
            intraday_1min_extended_month_MSFT_202011-12.csv  | MSFT |                    | Broken
            intraday_5min_compact_IBM_20200821.csv           | IBM  |                    | Broken
            intraday_5min_compact_IBM_20260515.csv           | IBM  |                    | Broken
            intraday_5min_full_IBM_20200508_truncated.json   | IBM  | 5min 2             | Broken
            overview_IBM_2020.json                           | IBM  | overview 1         | Broken
            overview_IBM_202511.json                         | IBM  | overview 1         | Broken
            overview_IBM_202605.json                         | IBM  | overview 1         | Broken
            premium_endpoint_realtime_bulk_quotes.json       | IBM  |                    | Denied
            splits_IBM.csv                                   | IBM  |                    | Broken
            throttle_information_burst_1_per_sec.json        | IBM  |                    | Throttled BURST
            throttle_note_legacy_5_per_min.json              | IBM  |                    | Throttled MINUTE
            """;

    @TestFactory
    Stream<DynamicTest> every_recorded_body_gives_its_observations_or_the_right_failure() {
        DailyBody days = new DailyBody(KEY);
        CompanyBody company = new CompanyBody(KEY);
        return RecordedReadings.tests(
                "alphavantage",
                Map.of(
                        "1min", new IntradayBody(KEY, StampConvention.CLOSE, "1min")::read,
                        "5min", new IntradayBody(KEY, StampConvention.CLOSE, "5min")::read,
                        "days", days::bars,
                        "actions", days::actions,
                        "quote", company::globalQuote,
                        "overview", company::overview,
                        "splits", company::splits,
                        "dividends", company::dividends),
                EXPECTED);
    }
}
