package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.allinone.watch.Figures;
import dev.marketlake.allinone.watch.SuiteWatch;
import dev.marketlake.proofs.claim.ProofFailed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Kills each service once, as a crash would, at a moment when it has work under way, and starts it again. For one thread. */
final class Killings {
    private final Deque<Victim> awaited = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Consumer<String> says;
    private long rawAtLastKill;

    private record Victim(Component component, Predicate<Figures> moment) {}

    private Killings(Consumer<String> says) {
        this.says = says;
    }

    /**
     * Ingest when a quarter of the files is published; the stream processor when the restarted ingest publishes again; the
     * sink when records wait for a commit after that.
     */
    static Killings ofEachService(int lines, Consumer<String> says) {
        var killings = new Killings(says);
        killings.awaited.add(new Victim(Component.INGEST, figures -> figures.rawEvents() >= lines / 4));
        killings.awaited.add(
                new Victim(Component.STREAM, figures -> figures.rawEvents() >= killings.rawAtLastKill + lines / 8));
        killings.awaited.add(new Victim(Component.SINK, figures -> figures.sinkLag() > 0));
        return killings;
    }

    static Killings none() {
        return new Killings(line -> {});
    }

    void look(Suite suite, SuiteWatch watch) {
        var next = awaited.peek();
        if (next == null) {
            return;
        }
        try {
            var figures = watch.figures();
            if (next.moment().test(figures)) {
                kill(next.component(), figures, suite);
            }
        } catch (BrokerSilent notNow) {
            // The moment will come.
        }
    }

    private void kill(Component component, Figures figures, Suite suite) {
        suite.kill(component);
        rawAtLastKill = figures.rawEvents();
        var line = String.format(Locale.ROOT, "%s at %,d raw events", component.word(), figures.rawEvents());
        says.accept("killed " + line);
        suite.restart(component);
        says.accept("restarted " + component.word());
        awaited.remove();
        done.add(line);
    }

    /** In words. @throws ProofFailed where all was through before each had its turn: nothing is shown then */
    String requireDone() {
        if (!awaited.isEmpty()) {
            throw new ProofFailed("found no moment to kill the "
                    + awaited.element().component().title() + " in the middle of its work");
        }
        return String.join(", ", done);
    }
}
