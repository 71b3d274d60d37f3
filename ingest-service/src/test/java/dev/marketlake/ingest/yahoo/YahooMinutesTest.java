package dev.marketlake.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YahooMinutesTest {
    @Test
    void it_asks_for_minutes_up_to_now_with_their_splits_and_says_who_asks() {
        String empty = "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"^ACWI\",\"dataGranularity\":\"1m\"},"
                + "\"indicators\":{\"quote\":[{}]}}],\"error\":null}}";
        try (var exchange = ScriptedExchange.answering(asked -> Answer.ok(empty));
                var http = new HttpGet(Clock.systemUTC())) {
            Fetch fetch = provider(exchange, http).fetch(new Symbol("ACWI"));

            assertThat(fetch).isInstanceOfSatisfying(Fetch.Observed.class, observed -> {
                assertThat(observed.response().payloads()).isEmpty();
                assertThat(observed.response().feed()).isEqualTo(Feed.INTRADAY_BAR);
                assertThat(observed.response().interval()).contains(Interval.M1);
            });
            assertThat(exchange.asked().getFirst().path()).isEqualTo("/v8/finance/chart/^ACWI");
            assertThat(exchange.asked().getFirst().query())
                    .isEqualTo(
                            Map.of("interval", "1m", "range", "5d", "includePrePost", "false", "events", "div|split"));
            assertThat(exchange.asked().getFirst().headers())
                    .containsEntry("user-agent", "Mozilla/5.0 (compatible; test)");
        }
    }

    @Test
    void an_answer_of_429_in_plain_text_is_a_throttle() {
        try (var exchange = ScriptedExchange.answering(
                        asked -> new Answer(429, "Too Many Requests\r\n", Map.of("Retry-After", "7")));
                var http = new HttpGet(Clock.systemUTC())) {
            Fetch fetch = provider(exchange, http).fetch(new Symbol("ACWI"));

            assertThat(fetch)
                    .isInstanceOfSatisfying(
                            Fetch.Throttled.class,
                            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
        }
    }

    private static YahooMinutes provider(ScriptedExchange exchange, HttpGet http) {
        YahooSettings settings = new YahooSettings(
                true,
                exchange.url().toString(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1,
                30,
                0,
                ZoneOffset.UTC,
                "5d",
                false,
                "Mozilla/5.0 (compatible; test)");
        return new YahooMinutes(http, settings.access(), settings, symbol -> "^" + symbol);
    }
}
