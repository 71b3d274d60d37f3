package dev.marketlake.ingest.polygon;

import dev.marketlake.ingest.RecordedReadings;
import dev.marketlake.ingest.fetch.Secret;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordedPolygonTest {
    private static final Secret KEY = new Secret("k3y");

    /** An answer without results is empty whatever it is about; the sample of splits is of many tickers, asked is one. */
    private static final String EXPECTED = """
            aggs_daily_AAPL_2005.json                             | AAPL  | aggregates 2            | Broken
            aggs_daily_AAPL_20230101_20230110.json                | AAPL  | aggregates 6            | Broken
            aggs_doc_sample_next_url.json                         | AAPL  |                         | Broken
            aggs_hourly_GME_60minute_20211201_20211202_desc.json  | GME   | aggregates 29           | Broken
            aggs_missing_n_SPY_issue105.json                      | SPY   |                         | Broken
            aggs_no_results_AAMC.json                             | AAMC  | aggregates 0, splits 0  | Broken
            aggs_prev_AAPL.json                                   | AAPL  | aggregates 1            | Broken
            conditions_stocks.json                                | AAPL  |                         | Broken
            error_403_not_authorized_timeframe.json               | AAPL  |                         | Denied
            grouped_daily_20050404.json                           | GIK   |                         | Broken
            market_status_now.json                                | AAPL  |                         | Broken
            market_status_upcoming.json                           | AAPL  |                         | Broken
            open_close_AAPL_20050401.json                         | AAPL  | splits 0                | Broken
            splits_v3.json                                        | SHOP  |                         | Broken
            ticker_details_AAPL.json                              | AAPL  |                         | Broken
            trades_v3_AAPL_limit2_next_url.json                   | AAPL  |                         | Broken
            ws_trade_duplicate_sequence_issue241.jsonl            | TCEHY |                         | Broken
            """;

    @TestFactory
    Stream<DynamicTest> every_recorded_body_gives_its_observations_or_the_right_failure() {
        return RecordedReadings.tests(
                "polygon",
                Map.of("aggregates", new AggregatesBody(KEY)::read, "splits", new SplitsBody(KEY)::read),
                EXPECTED);
    }
}
