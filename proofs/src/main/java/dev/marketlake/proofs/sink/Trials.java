package dev.marketlake.proofs.sink;

import dev.marketlake.lake.law.Control;
import dev.marketlake.lake.law.Trial;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.sink.LawFigures.Caught;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Trials of one law, several at once. Needs the lake sink's libraries on the class path. */
public final class Trials {
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final String law;
    private final int threads;
    private final Clock clock;
    private final Consumer<String> says;
    private final Instant began;
    private final List<Caught> caught = new ArrayList<>();

    /** @param law for example {@code ambiguous commits} @param says told how far it has come */
    public Trials(String law, int threads, Clock clock, Consumer<String> says) {
        this.law = law;
        this.threads = threads;
        this.clock = clock;
        this.says = says;
        this.began = clock.instant();
    }

    /**
     * A trial.
     *
     * @param name how to try it alone, for example {@code --seed 7}
     */
    public record Task(String name, Body body) {
        /** What it does. */
        public interface Body {
            Trial run() throws Exception;
        }
    }

    /** Tries a control until it fails. @throws ProofFailed where it passes every time: then the law proves nothing */
    public void control(Control control, List<Task> tries) {
        for (Task each : tries) {
            var difference = one(each).difference();
            if (difference.isPresent()) {
                var failed = new Caught(control.words(), difference.get());
                caught.add(failed);
                says.accept(failed.line());
                return;
            }
        }
        throw new ProofFailed("the control " + control.words() + " passed " + tries.size() + " times: the law of " + law
                + " does not notice what is lost, so it proves nothing");
    }

    /** Tries all. @throws ProofFailed with the first that does not hold */
    public LawFigures run(List<Task> tasks) {
        long commits = 0;
        long rows = 0;
        long orphans = 0;
        Map<String, Integer> events = new TreeMap<>();
        var spoke = clock.instant();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var done = new ExecutorCompletionService<Trial>(workers);
            tasks.forEach(task -> done.submit(() -> held(task)));
            for (int count = 1; count <= tasks.size(); count++) {
                Trial trial;
                try {
                    trial = done.take().get();
                } catch (ExecutionException failed) {
                    workers.shutdownNow();
                    throw failed.getCause() instanceof ProofFailed told ? told : new ProofFailed(law, failed);
                }
                commits += trial.commits();
                rows += trial.rows();
                orphans += trial.orphans();
                trial.events().forEach((kind, times) -> events.merge(kind, times, Integer::sum));
                if (Duration.between(spoke, clock.instant()).compareTo(BETWEEN_WORDS) > 0) {
                    spoke = clock.instant();
                    says.accept(
                            String.format(Locale.ROOT, "%,d of %,d tables, %,d commits", count, tasks.size(), commits));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
        return new LawFigures(
                law, tasks.size(), commits, rows, orphans, events, caught, Duration.between(began, clock.instant()));
    }

    private Trial held(Task task) {
        var trial = one(task);
        if (trial.difference().isPresent()) {
            throw new ProofFailed(
                    law + " do not hold: " + trial.difference().get() + "\n  this one alone: " + task.name());
        }
        return trial;
    }

    private static Trial one(Task task) {
        try {
            return task.body().run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        } catch (Exception failure) {
            throw new ProofFailed(task.name() + " could not be tried: " + failure, failure);
        }
    }
}
