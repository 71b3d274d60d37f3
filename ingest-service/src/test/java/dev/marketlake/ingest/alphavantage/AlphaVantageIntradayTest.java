package dev.marketlake.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.fetch.Response;
import dev.marketlake.market.Interval;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlphaVantageIntradayTest {

    @Test
    void it_asks_for_unadjusted_minutes_in_the_providers_spelling_and_files_them_under_ours() {
        try (var exchange = ScriptedExchange.answering(
                        asked -> Answer.ok(ScriptedExchange.intraday("BRK.B", "2026-05-15 15:59:00")));
                var http = new HttpGet(Clock.systemUTC())) {
            AlphaVantageSettings settings = new AlphaVantageSettings(
                    true,
                    exchange.url() + "/",
                    "k+y&1",
                    null,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    1,
                    0,
                    25,
                    ZoneOffset.UTC,
                    StampConvention.OPEN,
                    "full",
                    false);
            var provider = new AlphaVantageIntraday(http, settings.access(), settings, symbol -> "BRK.B");

            Response response = ((Fetch.Observed) provider.fetch(new Symbol("BRK-B"))).response();

            assertThat(exchange.asked().getFirst().path()).isEqualTo("/query");
            assertThat(exchange.asked().getFirst().query())
                    .isEqualTo(Map.of(
                            "function", "TIME_SERIES_INTRADAY",
                            "symbol", "BRK.B",
                            "interval", "1min",
                            "outputsize", "full",
                            "extended_hours", "false",
                            "adjusted", "false",
                            "datatype", "json",
                            "apikey", "k+y&1"));
            assertThat(response.symbol()).isEqualTo(new Symbol("BRK-B"));
            assertThat(response.interval()).contains(Interval.M1);
            assertThat(response.payloads().getFirst()).startsWith("{\"symbol\":\"BRK.B\"");
        }
    }
}
