package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.PublishedMarket;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.allinone.watch.SuiteWatch;
import dev.marketlake.market.Symbol;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
        try (var rig = new Rig("topology", workload)) {
            long loaded = rig.load();
            double consume = rate(loaded, () -> rig.scan().bytes(Topics.RAW, bytes -> {}));
            double decode = rate(loaded, () -> rig.scan().values(Topics.RAW, quote -> {}));
            says.accept("draining through the topology");
            var taken = rig.drain(Component.STREAM, Component.BROKER).throughTopology(loaded);
            rig.suite.stop(Component.STREAM);
            says.accept("checking the answer");
            return new Alone(consume, decode, taken, new AnswerCheck(workload, rig.scan()).run(rig.ledger()));
        }
    }

    private Drain.Taken throughLake(Workload workload) {
        try (var rig = new Rig("lake", workload)) {
            long loaded = rig.load();
            says.accept("draining through the topology into the lake");
            var taken = rig.drain(Component.STREAM, Component.SINK, Component.BROKER, Component.STORE)
                    .throughLake(loaded);
            says.accept("checking the answer");
            new AnswerCheck(workload, rig.scan()).run(rig.ledger());
            return taken;
        }
    }

    private static double rate(long events, Runnable reading) {
        long began = System.nanoTime();
        reading.run();
        return events / ((System.nanoTime() - began) / 1e9);
    }

    /** A suite of which only broker, registry and store run at first. */
    private final class Rig implements AutoCloseable {
        private final Workload workload;
        private final Suite suite;
        private final SuiteWatch watch;
        private final RawLoad load;

        Rig(String name, Workload workload) {
            this.workload = workload;
            var symbols = IntStream.range(0, workload.symbols())
                    .mapToObj(number -> new Symbol(workload.symbol(number)))
                    .toList();
            var settings = new SuiteSettings(
                    home.root(),
                    new DataFolder(work.resolve(name)),
                    Ports.Choice.FREE,
                    new PublishedMarket(home.config(), symbols));
            this.suite = Suite.start(settings, BACKING, clock, event -> {});
            this.watch = new SuiteWatch(suite.endpoints(), clock);
            this.load = new RawLoad(
                    suite.endpoints().bootstrapServers(), suite.endpoints().registryUrl());
        }

        long load() {
            says.accept("loading the raw topic");
            load.topics(suite.settings().folder().config());
            return load.publish(workload);
        }

        TopicScan scan() {
            return new TopicScan(
                    suite.endpoints().bootstrapServers(), suite.endpoints().registryUrl());
        }

        Drain drain(Component... measured) {
            return new Drain(suite, watch, List.of(measured));
        }

        LedgerTotals ledger() {
            return watch.ledgerTotals();
        }

        @Override
        public void close() {
            watch.close();
            suite.close();
        }
    }
}
