package dev.marketlake.ingest.guard;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A provider as it may be asked. From the outside in: attempts are repeated, the day's budget is looked at, the breaker lets through or
 * not, the pace gives the turn, one HTTP exchange is made. Every attempt takes a permit and a request of the budget. Asked by one thread
 * at a time; the rest is safe for any.
 */
public final class GuardedProvider {
    private final Provider provider;
    private final Pace pace;
    private final DayBudget budget;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final Traffic traffic;
    private final Ticks ticks;

    GuardedProvider(
            Provider provider,
            Pace pace,
            DayBudget budget,
            CircuitBreaker breaker,
            Retry retry,
            Traffic traffic,
            Ticks ticks) {
        this.provider = provider;
        this.pace = pace;
        this.budget = budget;
        this.breaker = breaker;
        this.retry = retry;
        this.traffic = traffic;
        this.ticks = ticks;
    }

    public Source source() {
        return provider.source();
    }

    /**
     * Asks until there is an answer worth keeping or the attempts are used up.
     *
     * @throws java.util.concurrent.CancellationException where the thread is interrupted; the interrupt stays set
     */
    public Fetch fetch(Symbol symbol) {
        try {
            return retry.executeSupplier(() -> attempt(symbol));
        } catch (CallNotPermittedException e) {
            return new Fetch.NotAsked("the breaker is " + breaker.getState() + " after " + traffic.lastFailure());
        }
    }

    private Fetch attempt(Symbol symbol) {
        Optional<Instant> closedUntil = budget.closedUntil();
        if (closedUntil.isPresent()) {
            String reason = "the day's " + budget.spentToday() + " requests are spent until " + closedUntil.get();
            return new Fetch.Throttled(Fetch.Limit.DAY, Duration.ZERO, reason);
        }
        return breaker.executeSupplier(() -> paced(symbol));
    }

    private Fetch paced(Symbol symbol) {
        long asked = ticks.nanos();
        return pace.within(() -> {
            long start = ticks.nanos();
            traffic.waited(Duration.ofNanos(start - asked));
            budget.spend();
            Fetch fetch = provider.fetch(symbol);
            traffic.asked(fetch, Duration.ofNanos(ticks.nanos() - start));
            obey(fetch);
            return fetch;
        });
    }

    private void obey(Fetch fetch) {
        if (fetch instanceof Fetch.Throttled throttled) {
            switch (throttled.limit()) {
                case BURST, MINUTE -> pace.holdOff(throttled.retryAfter());
                case DAY -> budget.close();
            }
        }
    }

    /** CLOSED, OPEN or HALF_OPEN. */
    public String breaker() {
        return breaker.getState().name();
    }

    public Traffic traffic() {
        return traffic;
    }

    /** When the plan's day lets requests through again; empty where it does now. */
    public Optional<Instant> closedUntil() {
        return budget.closedUntil();
    }
}
