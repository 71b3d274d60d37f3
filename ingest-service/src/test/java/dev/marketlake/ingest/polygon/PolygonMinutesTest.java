package dev.marketlake.ingest.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.market.Symbol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolygonMinutesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String TWO_BARS = """
            {"ticker":"BRK.B","queryCount":2,"resultsCount":2,"adjusted":false,"status":"DELAYED","results":[
             {"v":2.5e+1,"o":2.10,"c":2,"h":3,"l":1,"t":120000}, {"v":1,"o":2,"c":2,"h":3,"l":1,"t":60000}]}""";

    @Test
    void it_asks_for_unadjusted_minutes_of_a_window_with_the_key_in_a_header() {
        try (var exchange = ScriptedExchange.answering(asked -> Answer.ok(TWO_BARS));
                var http = new HttpGet(CLOCK)) {
            Fetch fetch = provider(exchange, http).fetch(new Symbol("BRK-B"));

            assertThat(exchange.asked().getFirst().path())
                    .isEqualTo("/v2/aggs/ticker/BRK.B/range/1/minute/"
                            + Instant.parse("2026-11-15T12:00:00Z").toEpochMilli() + "/"
                            + Instant.parse("2026-11-19T12:00:00Z").toEpochMilli());
            assertThat(exchange.asked().getFirst().query())
                    .isEqualTo(Map.of("adjusted", "false", "sort", "asc", "limit", "50000"));
            assertThat(exchange.asked().getFirst().headers()).containsEntry("authorization", "Bearer s3cr3t");
            assertThat(((Fetch.Observed) fetch).response().payloads())
                    .containsExactly(
                            "{\"ticker\":\"BRK.B\",\"adjusted\":false,\"bar\":{\"v\":1,\"o\":2,\"c\":2,\"h\":3,\"l\":1,\"t\":60000}}",
                            "{\"ticker\":\"BRK.B\",\"adjusted\":false,\"bar\":{\"v\":2.5e+1,\"o\":2.10,\"c\":2,\"h\":3,\"l\":1,\"t\":120000}}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {'status':'ERROR','error':'You''ve exceeded the maximum requests per minute'} | Throttled",
                "200 | {'status':'ERROR','error':'You''ve exceeded the maximum requests per minute'} | Throttled",
                "401 | {'status':'ERROR','error':'Unknown API Key'} | Denied",
                "403 | {'status':'NOT_AUTHORIZED','message':'Your plan doesn''t include this data timeframe'} | Denied",
                "404 | {'status':'NOT_FOUND','message':'Ticker not found'} | UnknownSymbol",
                "400 | {'status':'ERROR','error':'key s3cr3t is odd'} | Broken",
                "200 | {'status':'OK','ticker':'BRK.B','resultsCount':2,'adjusted':false,'results':[{}]} | Broken",
                "200 | {'status':'OK','ticker':'brk.b','resultsCount':0,'adjusted':false} | Broken",
                "502 | {} | Unavailable",
            })
    void a_refusal_is_told_by_its_shape_and_never_with_the_key(int status, String body, String failure) {
        String json = body.replace('\'', '"').replace("You\"\"ve", "You've").replace("doesn\"\"t", "doesn't");
        try (var exchange = ScriptedExchange.answering(asked -> new Answer(status, json, Map.of()));
                var http = new HttpGet(CLOCK)) {
            Fetch fetch = provider(exchange, http).fetch(new Symbol("BRK-B"));

            assertThat(fetch.getClass().getSimpleName()).isEqualTo(failure);
            assertThat(((Fetch.Failure) fetch).reason()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void splits_of_one_ticker_are_given_oldest_first() {
        String body = """
                {"results":[{"execution_date":"2020-08-31","split_from":1,"split_to":4,"ticker":"AAPL"},
                {"execution_date":"2014-06-09","split_from":1,"split_to":7,"ticker":"AAPL"}],"status":"OK"}""";
        Reading.Rows rows = (Reading.Rows) new SplitsBody(new Secret("k")).read(body, "AAPL");
        assertThat(rows.payloads())
                .containsExactly(
                        "{\"split\":{\"execution_date\":\"2014-06-09\",\"split_from\":1,\"split_to\":7,\"ticker\":\"AAPL\"}}",
                        "{\"split\":{\"execution_date\":\"2020-08-31\",\"split_from\":1,\"split_to\":4,\"ticker\":\"AAPL\"}}");
    }

    private static PolygonMinutes provider(ScriptedExchange exchange, HttpGet http) {
        PolygonSettings settings = new PolygonSettings(
                true,
                exchange.url().toString(),
                "s3cr3t",
                null,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                0,
                5,
                0,
                ZoneOffset.UTC,
                Duration.ofDays(5),
                Duration.ofDays(1));
        return new PolygonMinutes(http, settings.access(), settings, symbol -> "BRK.B", CLOCK);
    }
}
