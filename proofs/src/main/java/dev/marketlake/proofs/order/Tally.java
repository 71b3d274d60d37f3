package dev.marketlake.proofs.order;

import dev.marketlake.stream.law.OrderLaw.Trial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds up what seeds came to, and tells every few seconds how far it is. Safe for any thread. */
final class Tally {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final long seeds;
    private final Clock clock;
    private final Consumer<String> says;
    private final Instant began;
    private final Set<String> kinds = new TreeSet<>();
    private Instant said;
    private long tried;
    private long events;
    private long arrivals;
    private long rows;
    private @Nullable Trial failure;

    /** @param seeds how many there are to try */
    Tally(long seeds, Clock clock, Consumer<String> says) {
        this.seeds = seeds;
        this.clock = clock;
        this.says = says;
        this.began = clock.instant();
        this.said = began;
    }

    synchronized void add(Trial trial) {
        tried++;
        events += trial.events();
        arrivals += trial.arrivals();
        rows += trial.rows();
        kinds.addAll(trial.kinds());
        if (trial.difference().isPresent() && (failure == null || trial.seed() < failure.seed())) {
            failure = trial;
        }
        var now = clock.instant();
        if (now.isAfter(said.plus(BETWEEN_LINES))) {
            said = now;
            says.accept(String.format(
                    Locale.ROOT,
                    "  %,d of %,d seeds, %.1f a second",
                    tried,
                    seeds,
                    1e3 * tried / Duration.between(began, now).toMillis()));
        }
    }

    /** Of the seeds that failed the lowest. */
    synchronized Optional<Trial> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized OrderFigures figures(long controlSeed, Duration time) {
        return new OrderFigures(tried, events, arrivals, rows, List.copyOf(kinds), controlSeed, time);
    }
}
