package dev.marketlake.ingest.poll;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.guard.GuardedProvider;
import dev.marketlake.ingest.guard.RetrySettings;
import dev.marketlake.ingest.guard.Ticks;
import dev.marketlake.ingest.publish.Outbox;
import dev.marketlake.market.Symbol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One provider's rounds: each symbol in turn, then a pause up to the poll interval. A thread of its own runs it, so a slow or failing
 * provider holds up no other.
 *
 * <p>In a counted round a symbol is dropped from it only when its failure will not pass, or when several passes over the symbols still
 * missing have not brought it; it is then listed. Without an end a failed symbol simply waits for the next round.
 */
final class Rounds implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    /** Long waits are cut so that a machine that slept or a corrected clock is noticed. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final GuardedProvider provider;
    private final Outbox outbox;
    private final List<Symbol> symbols;
    private final long wanted;
    private final Duration interval;
    private final RetrySettings retry;
    private final Progress progress;
    private final Ticks ticks;
    private final Clock clock;

    Rounds(Plan plan, GuardedProvider provider, Outbox outbox, Progress progress, Ticks ticks, Clock clock) {
        this.provider = provider;
        this.outbox = outbox;
        this.symbols = plan.symbols();
        this.wanted = plan.rounds();
        this.interval = plan.interval();
        this.retry = plan.retry();
        this.progress = progress;
        this.ticks = ticks;
        this.clock = clock;
    }

    /**
     * What to poll and how often.
     *
     * @param rounds 0 for no end
     * @param interval from the start of a round to the start of the next
     */
    record Plan(List<Symbol> symbols, long rounds, Duration interval, RetrySettings retry) {
        Plan {
            symbols = List.copyOf(symbols);
        }
    }

    /** Runs until the last round is acknowledged, or until interrupted. */
    @Override
    public void run() {
        try {
            while (!progress.isDone()) {
                long start = ticks.nanos();
                round();
                progress.roundCompleted();
                if (!progress.isDone()) {
                    ticks.await(interval.minusNanos(ticks.nanos() - start));
                }
            }
            LOG.info("{}: {} rounds are done and acknowledged", provider.source(), wanted);
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        if (wanted == 0) {
            pass(symbols).forEach(this::giveUp);
            return;
        }
        List<Missing> missing = pass(symbols);
        for (int pass = 1; pass < retry.passes() && missing.stream().anyMatch(Missing::mayPass); pass++) {
            missing.stream().filter(one -> !one.mayPass()).forEach(this::giveUp);
            ticks.await(retry.pause());
            missing = pass(nextPass(missing));
        }
        missing.forEach(this::giveUp);
        outbox.awaitEmpty();
    }

    /** Those that were not even asked come first, so that a symbol that keeps failing does not keep the breaker shut on them. */
    private static List<Symbol> nextPass(List<Missing> missing) {
        return missing.stream()
                .filter(Missing::mayPass)
                .sorted(Comparator.comparing(one -> one.failure() instanceof Fetch.NotAsked ? 0 : 1))
                .map(Missing::symbol)
                .toList();
    }

    /** Asks about each symbol once, attempts included, and returns those without an answer. */
    private List<Missing> pass(List<Symbol> asked) throws InterruptedException {
        List<Missing> missing = new ArrayList<>();
        for (Symbol symbol : asked) {
            switch (fetch(symbol)) {
                case Fetch.Observed observed -> {
                    outbox.put(observed.response());
                    progress.succeeded(symbol);
                }
                case Fetch.Failure failure -> missing.add(new Missing(symbol, failure));
            }
        }
        return missing;
    }

    /** A spent day is slept through where there is no end to reach; a counted round could not end, so it fails. */
    private Fetch fetch(Symbol symbol) throws InterruptedException {
        Fetch fetch = provider.fetch(symbol);
        while (wanted == 0 && isDaySpent(fetch)) {
            awaitNextDay();
            fetch = provider.fetch(symbol);
        }
        return fetch;
    }

    private void awaitNextDay() throws InterruptedException {
        Optional<Instant> until = provider.closedUntil();
        until.ifPresent(next ->
                LOG.warn("{}: the day's requests are spent, no more are made until {}", provider.source(), next));
        for (; until.isPresent(); until = provider.closedUntil()) {
            Duration left = Duration.between(clock.instant(), until.get());
            ticks.await(left.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : left);
        }
    }

    private void giveUp(Missing one) {
        LOG.warn(
                "{}: no data for {} in this round, {}: {}",
                provider.source(),
                one.symbol(),
                one.failure().getClass().getSimpleName(),
                one.failure().reason());
        progress.failedForGood(one.symbol(), one.failure());
    }

    private static boolean isDaySpent(Fetch fetch) {
        return fetch instanceof Fetch.Throttled throttled && throttled.limit() == Fetch.Limit.DAY;
    }

    /** A symbol without an answer yet. */
    private record Missing(Symbol symbol, Fetch.Failure failure) {
        boolean mayPass() {
            return switch (failure) {
                case Fetch.UnknownSymbol unknown -> false;
                case Fetch.Denied denied -> false;
                case Fetch.Throttled throttled -> throttled.limit() != Fetch.Limit.DAY;
                case Fetch.Broken broken -> true;
                case Fetch.Unavailable unavailable -> true;
                case Fetch.NotAsked notAsked -> true;
            };
        }
    }
}
