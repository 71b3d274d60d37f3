package dev.marketlake.ingest.guard;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.fetch.ProviderSettings;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/** Puts limits, retries and a breaker, all metered, round providers. */
public final class Guards {
    private final CircuitBreakerRegistry breakers;
    private final RetryRegistry retries;
    private final RetrySettings retrySettings;
    private final MeterRegistry meters;
    private final Ticks ticks;
    private final Clock clock;
    private final RandomGenerator.SplittableGenerator random;

    private Guards(
            CircuitBreakerRegistry breakers,
            RetryRegistry retries,
            RetrySettings retrySettings,
            MeterRegistry meters,
            Ticks ticks,
            Clock clock,
            RandomGenerator.SplittableGenerator random) {
        this.breakers = breakers;
        this.retries = retries;
        this.retrySettings = retrySettings;
        this.meters = meters;
        this.ticks = ticks;
        this.clock = clock;
        this.random = random;
    }

    /** @param random of the jitter; each provider gets a generator split from it */
    public static Guards of(
            RetrySettings retry,
            BreakerSettings breaker,
            MeterRegistry meters,
            Ticks ticks,
            Clock clock,
            RandomGenerator.SplittableGenerator random) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breakerConfig(breaker));
        RetryRegistry retries = RetryRegistry.ofDefaults();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        return new Guards(breakers, retries, retry, meters, ticks, clock, random);
    }

    public GuardedProvider guard(Provider provider, ProviderSettings settings) {
        String name = provider.source().name();
        Pace pace = new Pace(ticks, allowances(settings));
        return new GuardedProvider(
                provider,
                pace,
                new DayBudget(settings.requestsPerDay(), settings.planZone(), clock),
                breakers.circuitBreaker(name),
                retries.retry(name, retryConfig(pace)),
                new Traffic(provider.source(), meters),
                ticks);
    }

    private static List<Pace.Allowance> allowances(ProviderSettings settings) {
        List<Pace.Allowance> allowances = new ArrayList<>();
        if (settings.requestsPerSecond() > 0) {
            allowances.add(new Pace.Allowance(settings.requestsPerSecond(), Duration.ofSeconds(1)));
        }
        if (settings.requestsPerMinute() > 0) {
            allowances.add(new Pace.Allowance(settings.requestsPerMinute(), Duration.ofMinutes(1)));
        }
        return allowances;
    }

    private static CircuitBreakerConfig breakerConfig(BreakerSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.leastRequests())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(Guards::providerIsIll)
                .ignoreExceptions(CancellationException.class)
                .build();
    }

    /** The waiting is left to the pace, which can be interrupted and holds off other requests too. */
    private RetryConfig retryConfig(Pace pace) {
        Backoff backoff = new Backoff(retrySettings.backoff(), retrySettings.mostBackoff(), random.split());
        return RetryConfig.<Fetch>custom()
                .maxAttempts(retrySettings.attempts())
                .retryOnResult(Guards::mayPass)
                .retryOnException(failure -> false)
                .intervalBiFunction((attempt, outcome) -> {
                    pace.holdOff(backoff.after(attempt, result(outcome)));
                    return 0L;
                })
                .build();
    }

    private static Fetch result(Either<Throwable, Fetch> outcome) {
        return outcome.get();
    }

    private static boolean mayPass(Fetch fetch) {
        return providerIsIll(fetch)
                || fetch instanceof Fetch.Throttled throttled && throttled.limit() != Fetch.Limit.DAY;
    }

    private static boolean providerIsIll(Object result) {
        return result instanceof Fetch.Unavailable || result instanceof Fetch.Broken;
    }
}
