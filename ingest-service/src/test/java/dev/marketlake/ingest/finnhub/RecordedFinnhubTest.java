package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.RecordedReadings;
import dev.marketlake.ingest.fetch.Secret;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordedFinnhubTest {
    private static final Secret KEY = new Secret("k3y");

    private static final String EXPECTED = """
            calendar_earnings_AAPL.json                   | AAPL |                      | Broken
            candle_60_AAPL_20200702_issue309.json         | AAPL | candles 2            | Broken
            candle_AAPL_403_premium.json                  | AAPL |                      | Denied
            candle_AAPL_D_2019.json                       | AAPL | candles 3            | Broken
            candle_no_data.json                           | AAPL | candles 0            | Broken
            company_profile_v1_AAPL.json                  | AAPL | profile 1            | Broken
            earnings.json                                 | AAPL |                      | Broken
            error_401_invalid_key.json                    | AAPL |                      | Denied
            error_429_rate_limit_body.json                | AAPL |                      | Throttled MINUTE
            metric_all_AAPL.json                          | AAPL | metric 1             | Broken
            peers_AAPL.json                               | AAPL |                      | Broken
            profile2_AAPL.json                            | AAPL | profile 1            | Broken
            quote_AAPL_2019.json                          | AAPL | quote 1              | Broken
            quote_AAPL_20260522.json                      | AAPL | quote 1              | Broken
            quote_partial_zeros_TSLA_issue61.json         | TSLA | quote 1              | Broken
            quote_unknown_symbol.json                     | XXXX | quote UnknownSymbol  | Broken
            search_apple.json                             | AAPL |                      | Broken
            stock_symbol_US_first25.json                  | AAPL |                      | Broken
            symbols.json                                  | AAPL |                      | Broken
            ws_error_too_many_symbols.json                | AAPL |                      | Broken
            ws_ping.json                                  | AAPL |                      | Broken
            ws_trade_empty_conditions.json                | AAPL |                      | Broken
            ws_trade_messages_duplicated_issue143.jsonl   | AAPL |                      | Broken
            ws_trade_two_symbols_with_conditions.json     | AAPL |                      | Broken
            """;

    @TestFactory
    Stream<DynamicTest> every_recorded_body_gives_its_observations_or_the_right_failure() {
        CompanyBody company = new CompanyBody(KEY);
        return RecordedReadings.tests(
                "finnhub",
                Map.of(
                        "quote", new QuoteBody(KEY)::read,
                        "candles", new CandleBody(KEY, "D")::read,
                        "profile", company::profile,
                        "metric", company::metric),
                EXPECTED);
    }
}
