package dev.marketlake.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.finnhub.FinnhubQuotes;
import dev.marketlake.ingest.finnhub.FinnhubSettings;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.RequestCounts;
import dev.marketlake.simulator.SimulatedExchange;
import dev.marketlake.simulator.SimulatorSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits as somebody else counts them: in any second and any minute, on the exchange's own clock, in real time. */
@Timeout(60)
class SimulatedLimitsTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final Map<String, String> SIX_A_SECOND_AND_FAULTY = Map.of(
            "port", "0",
            "clock.origin", "2026-05-15",
            "limit.finnhub.per-second", "6",
            "limit.finnhub.per-minute", "0",
            "fault.unavailable", "0.2",
            "fault.truncated", "0.1",
            "fault.slow", "0.1",
            "fault.slow-delay", "PT0.4S");

    @Test
    void requests_and_their_repetitions_never_break_the_limit() {
        try (var exchange = SimulatedExchange.start(SimulatorSettings.of(SIX_A_SECOND_AND_FAULTY));
                var http = new HttpGet(Clock.systemUTC())) {
            FinnhubSettings settings = settings(exchange);
            GuardedProvider provider = Guards.of(
                            new RetrySettings(4, Duration.ofMillis(1), Duration.ofMillis(5), 1, Duration.ZERO),
                            new BreakerSettings(100, 100, 100, Duration.ofSeconds(1)),
                            new SimpleMeterRegistry(),
                            Ticks.ofMachine(),
                            Clock.systemUTC(),
                            new SplittableRandom(3))
                    .guard(quotes(http, settings), settings);
            IntStream.range(0, 24).forEach(i -> assertThat(provider.fetch(AAPL)).isInstanceOf(Fetch.Observed.class));
            assertThat(counts(exchange).overLimit()).isZero();
            assertThat(counts(exchange).served())
                    .isGreaterThan(24)
                    .isEqualTo(provider.traffic().requests());
        }
    }

    @Test
    void requests_without_a_guard_would_break_it() {
        try (var exchange = SimulatedExchange.start(SimulatorSettings.of(SIX_A_SECOND_AND_FAULTY));
                var http = new HttpGet(Clock.systemUTC())) {
            Provider bare = quotes(http, settings(exchange));
            IntStream.range(0, 40).forEach(i -> bare.fetch(AAPL));
            assertThat(counts(exchange).overLimit()).isPositive();
        }
    }

    private static Provider quotes(HttpGet http, FinnhubSettings settings) {
        return new FinnhubQuotes(http, settings.access(), Symbol::value);
    }

    private static FinnhubSettings settings(SimulatedExchange exchange) {
        return new FinnhubSettings(
                true,
                exchange.url() + "/api/v1",
                "key",
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                6,
                0,
                0,
                ZoneOffset.UTC);
    }

    private static RequestCounts counts(SimulatedExchange exchange) {
        return exchange.counts().getOrDefault(Source.FINNHUB, new RequestCounts(0, 0, Map.of()));
    }
}
