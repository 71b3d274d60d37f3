package dev.marketlake.proofs.order;

import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.stream.law.OrderLaw;
import dev.marketlake.stream.law.OrderLaw.Trial;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Tries the law of order on seeds counted from 1, and its control. Needs the stream processor's libraries on the class path. */
public final class OrderProof {
    /** Where the control fails. @param difference the first row that differs, on both sides */
    public record Caught(long seed, String difference) {}

    private final LongFunction<Trial> law;
    private final LongFunction<Optional<String>> control;
    private final int threads;
    private final Clock clock;
    private final Consumer<String> says;

    /** Of the law as it is. @param says told how far it has come */
    public OrderProof(int threads, Clock clock, Consumer<String> says) {
        this(OrderLaw::trial, OrderLaw::withStreamTimeWindow, threads, clock, says);
    }

    /** @param control what differs with the control, by seed; empty where nothing does */
    OrderProof(
            LongFunction<Trial> law,
            LongFunction<Optional<String>> control,
            int threads,
            Clock clock,
            Consumer<String> says) {
        this.law = law;
        this.control = control;
        this.threads = threads;
        this.clock = clock;
        this.says = says;
    }

    /** The law on every seed, and its control. @throws ProofFailed with the seed and the first row that differs, on both sides */
    public OrderFigures prove(long seeds) {
        var began = clock.instant();
        var caught = control(seeds);
        says.accept(OrderFigures.control(caught.seed()));
        var tally = new Tally(seeds, clock, says);
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var next = new AtomicLong(1);
            var all = IntStream.range(0, threads)
                    .mapToObj(thread -> workers.submit(() -> work(next, seeds, tally)))
                    .toList();
            all.forEach(OrderProof::join);
        }
        tally.failure().ifPresent(OrderProof::fail);
        return tally.figures(caught.seed(), Duration.between(began, clock.instant()));
    }

    /** The law on one seed. @throws ProofFailed as {@link #prove} does */
    public String proveSeed(long seed) {
        var trial = law.apply(seed);
        if (trial.difference().isPresent()) {
            fail(trial);
        }
        return "order holds on seed " + seed + ": " + trial.events() + " events in " + trial.arrivals() + " arrivals, "
                + trial.rows() + " rows equal";
    }

    /** The first seed on which the control fails. @throws ProofFailed where it passes all of them: then the law proves nothing */
    public Caught control(long seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            var difference = control.apply(seed);
            if (difference.isPresent()) {
                return new Caught(seed, difference.get());
            }
        }
        throw new ProofFailed("the control with a stream-time window passed all " + seeds
                + " seeds: the law does not notice what is lost, so it proves nothing");
    }

    private void work(AtomicLong next, long last, Tally tally) {
        for (long seed = next.getAndIncrement();
                seed <= last && tally.failure().isEmpty();
                seed = next.getAndIncrement()) {
            tally.add(law.apply(seed));
        }
    }

    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            throw new ProofFailed("a seed could not be tried: " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }

    private static void fail(Trial trial) {
        throw new ProofFailed("seed " + trial.seed() + " does not end as sorted input does; first difference: "
                + trial.difference().orElseThrow() + "\n  this seed alone: ./marketlake prove order --seed "
                + trial.seed());
    }
}
