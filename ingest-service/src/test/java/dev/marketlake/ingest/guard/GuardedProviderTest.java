package dev.marketlake.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.alphavantage.AlphaVantageIntraday;
import dev.marketlake.ingest.alphavantage.AlphaVantageSettings;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retry, breaker, pace and budget round a real provider class and a real socket; only the waiting is not real. */
class GuardedProviderTest {
    private static final Symbol IBM = new Symbol("IBM");
    private static final Answer GOOD = Answer.ok(ScriptedExchange.intraday("IBM", "2026-05-15 15:59:00"));
    private static final Answer DOWN = Answer.status(503);
    private static final Answer CUT = Answer.ok(GOOD.body().substring(0, 200));
    private static final Answer BURST =
            Answer.ok("{\"Information\": \"requests more sparingly (1 request per second), 25 requests per day\"}");
    private static final Answer DAY = Answer.ok("{\"Information\": \"our rate limit is 25 requests per day\"}");

    private final ManualTicks ticks = new ManualTicks();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpGet http = new HttpGet(Clock.systemUTC());
    private ScriptedExchange exchange = ScriptedExchange.answering(asked -> GOOD);

    @AfterEach
    void close() {
        exchange.close();
        http.close();
    }

    @Test
    void a_good_answer_is_asked_for_once() {
        assertThat(answering(0, GOOD).fetch(IBM)).isInstanceOf(Fetch.Observed.class);
        assertThat(exchange.asked()).hasSize(1);
    }

    @Test
    void server_errors_and_cut_off_bodies_are_asked_again_with_growing_waits() {
        assertThat(answering(0, DOWN, CUT, GOOD).fetch(IBM)).isInstanceOf(Fetch.Observed.class);
        assertThat(exchange.asked()).hasSize(3);
        assertThat(ticks.elapsed()).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(3_100));
    }

    @Test
    void a_burst_is_asked_again_after_the_second_it_names() {
        assertThat(answering(0, BURST, GOOD).fetch(IBM)).isInstanceOf(Fetch.Observed.class);
        assertThat(ticks.elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_100));
    }

    @Test
    void attempts_end_and_the_last_failure_is_told() {
        assertThat(answering(0, DOWN).fetch(IBM)).isEqualTo(new Fetch.Unavailable("HTTP 503"));
        assertThat(exchange.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"Error Message\": \"Invalid API call\"}", "{\"message\": \"premium\"}"})
    void an_unknown_symbol_and_a_refusal_are_not_asked_again(String body) {
        answering(0, Answer.ok(body)).fetch(IBM);
        assertThat(exchange.asked()).hasSize(1);
    }

    @Test
    void a_spent_day_makes_no_further_request_and_names_its_end() {
        GuardedProvider provider = answering(0, DAY);
        provider.fetch(IBM);
        Fetch again = provider.fetch(IBM);
        assertThat(exchange.asked()).hasSize(1);
        assertThat(again).isInstanceOfSatisfying(Fetch.Throttled.class, throttled -> {
            assertThat(throttled.limit()).isEqualTo(Fetch.Limit.DAY);
            assertThat(throttled.reason())
                    .contains(provider.closedUntil().orElseThrow().toString());
        });
    }

    @Test
    void repeated_attempts_count_against_the_day_too() {
        GuardedProvider provider = answering(3, DOWN);
        assertThat(provider.fetch(IBM)).isInstanceOf(Fetch.Throttled.class);
        assertThat(exchange.asked()).hasSize(3);
    }

    @Test
    void the_breaker_opens_on_failures_and_leaves_the_provider_alone() {
        GuardedProvider provider = answering(0, DOWN);
        provider.fetch(IBM);
        assertThat(provider.fetch(IBM)).isInstanceOf(Fetch.NotAsked.class);
        assertThat(provider.breaker()).isEqualTo("OPEN");
        assertThat(exchange.asked()).hasSize(6);
        provider.fetch(IBM);
        assertThat(exchange.asked()).hasSize(6);
        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tag("name", "ALPHA_VANTAGE")
                        .tag("state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void unknown_symbols_refusals_and_throttling_do_not_open_the_breaker() {
        GuardedProvider provider = answering(0, Answer.ok("{}"), Answer.ok("{\"message\": \"premium\"}"), BURST);
        for (int i = 0; i < 20; i++) {
            provider.fetch(IBM);
        }
        assertThat(provider.breaker()).isEqualTo("CLOSED");
    }

    @Test
    void requests_are_counted_by_outcome() {
        GuardedProvider provider = answering(0, DOWN, BURST, GOOD);
        provider.fetch(IBM);
        assertThat(provider.traffic().requests()).isEqualTo(3);
        assertThat(provider.traffic().throttled()).isEqualTo(1);
        assertThat(provider.traffic().errors()).isEqualTo(1);
        for (String outcome : List.of("unavailable", "throttled_burst", "observed")) {
            assertThat(meters.get("marketlake.ingest.requests")
                            .tags("provider", "ALPHA_VANTAGE", "outcome", outcome)
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
        assertThat(meters.get("marketlake.ingest.permit.wait").timer().count()).isEqualTo(3);
    }

    /** A provider that gives these answers in turn, then the last for ever. */
    private GuardedProvider answering(int perDay, Answer... answers) {
        exchange.close();
        AtomicInteger next = new AtomicInteger();
        exchange = ScriptedExchange.answering(asked -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
        AlphaVantageSettings settings = new AlphaVantageSettings(
                true,
                exchange.url().toString(),
                "key-1",
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                0,
                0,
                perDay,
                ZoneOffset.UTC,
                StampConvention.OPEN,
                "compact",
                true);
        return Guards.of(
                        new RetrySettings(4, Duration.ofSeconds(1), Duration.ofSeconds(30), 3, Duration.ofSeconds(1)),
                        new BreakerSettings(10, 6, 60, Duration.ofSeconds(60)),
                        meters,
                        ticks,
                        Clock.systemUTC(),
                        new SplittableRandom(1))
                .guard(new AlphaVantageIntraday(http, settings.access(), settings, Symbol::value), settings);
    }
}
