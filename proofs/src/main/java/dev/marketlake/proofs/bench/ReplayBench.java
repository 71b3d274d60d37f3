package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Loads a raw topic, then drains it: through the stream processor alone, and through stream processor and sink. */
public final class ReplayBench {
    private static final Set<Component> BACKING = EnumSet.of(Component.BROKER, Component.REGISTRY, Component.STORE);
    private static final long SEED = 20_261_121;

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder for the runs' data */
    public ReplayBench(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /**
     * Runs it.
     *
     * @param lake whether to drain through the sink as well, on a second suite
     * @throws dev.marketlake.proofs.claim.ProofFailed where the answer is wrong
     */
    public ReplayFigures run(long events, int symbols, boolean lake) {
        var workload = new Workload(events, symbols, SEED);
        var alone = throughTopology(workload);
        var inLake = lake ? Optional.of(throughLake(workload)) : Optional.<Drain.Taken>empty();
        return new ReplayFigures(
                alone.taken().events(),
                symbols,
                alone.consume(),
                alone.decode(),
                alone.taken(),
                alone.checked(),
                inLake);
    }

    private record Alone(double consume, double decode, Drain.Taken taken, AnswerCheck.Checked checked) {}

    private Alone throughTopology(Workload workload) {
        try (var rig = rig("topology", workload)) {
            long loaded = load(rig, workload);
            double consume = rate(loaded, () -> rig.scan().bytes(Topics.RAW, bytes -> {}));
            double decode = rate(loaded, () -> rig.scan().values(Topics.RAW, quote -> {}));
            says.accept("draining through the topology");
            var taken = rig.drain(Component.STREAM, Component.BROKER).throughTopology(loaded);
            rig.suite().stop(Component.STREAM);
            says.accept("checking the answer");
            return new Alone(consume, decode, taken, new AnswerCheck(workload, rig.scan()).run(rig.ledger()));
        }
    }

    private Drain.Taken throughLake(Workload workload) {
        try (var rig = rig("lake", workload)) {
            long loaded = load(rig, workload);
            says.accept("draining through the topology into the lake");
            var taken = rig.drain(Component.STREAM, Component.SINK, Component.BROKER, Component.STORE)
                    .throughLake(loaded);
            says.accept("checking the answer");
            new AnswerCheck(workload, rig.scan()).run(rig.ledger());
            return taken;
        }
    }

    private Rig rig(String name, Workload workload) {
        return Rig.start(home, work.resolve(name), clock, workload.symbols(), BACKING);
    }

    private long load(Rig rig, Workload workload) {
        says.accept("loading the raw topic");
        return rig.load().publish(workload);
    }

    private static double rate(long events, Runnable reading) {
        long began = System.nanoTime();
        reading.run();
        return events / ((System.nanoTime() - began) / 1e9);
    }
}
