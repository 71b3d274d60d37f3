package dev.marketlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Source;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatedExchangeTest {
    private static final String NOON = "2026-11-18T17:00:30Z";

    @Test
    void both_providers_answer_from_one_market() throws Exception {
        try (Caller caller = Caller.at(NOON)) {
            JsonNode bars = caller.intraday("AAPL", "").get("Time Series (1min)");
            JsonNode quote = caller.quote("AAPL");
            assertThat(bars.propertyStream().findFirst().orElseThrow().getKey()).isEqualTo("2026-11-18 12:00:00");
            assertThat(new BigDecimal(
                            bars.get("2026-11-18 12:00:00").get("4. close").asString()))
                    .isEqualByComparingTo(quote.get("c").decimalValue());
        }
    }

    @Test
    void market_time_moves_with_the_wall_clock() throws Exception {
        try (Caller caller = Caller.at(NOON, "forming-bar", "EXCLUDED")) {
            assertThat(caller.intraday("AAPL", "")
                            .get("Meta Data")
                            .get("3. Last Refreshed")
                            .asString())
                    .isEqualTo("2026-11-18 11:59:00");
            caller.wall.advance(Duration.ofSeconds(30));
            assertThat(caller.intraday("AAPL", "")
                            .get("Meta Data")
                            .get("3. Last Refreshed")
                            .asString())
                    .isEqualTo("2026-11-18 12:00:00");
        }
    }

    @Test
    void an_accelerated_market_continues_after_a_restart() throws Exception {
        String[] settings = {
            "clock.origin", "2026-11-09", "clock.wall-start", "2026-11-18T17:00:00Z", "clock.speed", "60"
        };
        JsonNode before;
        try (Caller caller = Caller.at("2026-11-18T17:03:20Z", settings)) {
            before = caller.intraday("AAPL", "");
            assertThat(caller.exchange.clock().now()).isEqualTo("2026-11-09T17:50:00Z");
        }
        try (Caller caller = Caller.at("2026-11-18T17:03:20Z", settings)) {
            assertThat(caller.intraday("AAPL", "")).isEqualTo(before);
        }
    }

    @Test
    void recorded_minutes_are_replayed_verbatim_over_http() throws Exception {
        var folder = SharedData.need("market/av_201902_1min");
        int rows = 0;
        try (Caller caller = Caller.at(NOON, "recorded", folder.toString())) {
            for (var symbol : caller.exchange.market().symbols()) {
                JsonNode body = caller.intraday(symbol.value(), "&outputsize=full&month=2019-02");
                rows += RecordedRows.assertSame(body.get("Time Series (1min)"), folder.resolve(symbol + ".csv.gz"));
            }
        }
        assertThat(rows).isEqualTo(28_130);
    }

    @Test
    void requests_are_counted_by_provider_and_so_are_those_beyond_the_limit() throws Exception {
        try (Caller caller = Caller.at(
                NOON,
                "limit.alpha-vantage.per-second",
                "1",
                "limit.alpha-vantage.per-day",
                "2",
                "limit.finnhub.per-minute",
                "1")) {
            assertThat(caller.intraday("AAPL", "").has("Meta Data")).isTrue();
            assertThat(caller.intraday("AAPL", "").get("Information").asString())
                    .contains("1 request per second");
            caller.wall.advance(Duration.ofSeconds(1));
            assertThat(caller.intraday("AAPL", "").has("Meta Data")).isTrue();
            assertThat(caller.intraday("AAPL", "").get("Information").asString())
                    .contains("detected your API key as KEY123", "25 requests per day");
            assertThat(caller.quote("AAPL").has("c")).isTrue();
            HttpResponse<String> refused = caller.get("/api/v1/quote?symbol=AAPL&token=x");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("API limit reached");
            JsonNode counts = caller.json("/simulator/requests");
            assertThat(counts.get("ALPHA_VANTAGE").get("served").asInt()).isEqualTo(4);
            assertThat(counts.get("ALPHA_VANTAGE").get("overLimit").asInt()).isEqualTo(2);
            assertThat(counts.get("FINNHUB").get("served").asInt()).isEqualTo(2);
            assertThat(counts.get("FINNHUB").get("overLimit").asInt()).isEqualTo(1);
            assertThat(caller.exchange.counts().get(Source.FINNHUB)).isEqualTo(new RequestCounts(2, 1, Map.of()));
        }
    }

    @Test
    void finnhub_takes_its_key_as_parameter_or_header_and_refuses_without() throws Exception {
        try (Caller caller = Caller.at(NOON)) {
            assertThat(caller.get("/api/v1/quote?symbol=AAPL").statusCode()).isEqualTo(401);
            assertThat(caller.get("/api/v1/quote?symbol=AAPL", "X-Finnhub-Token", "k")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.get("/api/v1/stock/candle?symbol=AAPL&token=k").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_operators_pages_are_health_and_counts_and_nothing_else() throws Exception {
        try (Caller caller = Caller.at(NOON)) {
            assertThat(caller.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(caller.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_taken_port_is_one_clear_message() {
        try (Caller caller = Caller.at(NOON)) {
            SimulatorSettings same = SimulatorSettings.of(Map.of("port", String.valueOf(caller.exchange.port())));
            assertThatThrownBy(() -> SimulatedExchange.start(same))
                    .isInstanceOf(InvalidConfig.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + caller.exchange.port());
        }
    }

    @Test
    void many_callers_at_once_get_equal_answers() throws Exception {
        try (Caller caller = Caller.at(NOON, "limit.alpha-vantage.per-minute", "0");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> ask = () -> caller.get(Caller.INTRADAY + "&symbol=TSLA&outputsize=full&month=2026-03")
                    .body();
            Set<String> bodies = new HashSet<>();
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(50, ask))) {
                bodies.add(answer.get());
            }
            assertThat(bodies).hasSize(1);
        }
    }
}
