package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.ConfigCopy;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.suite.SyntheticMarket;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import dev.marketlake.proofs.replay.BriskConfig;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets the services of a checkout do some of their work, and the JVM keep what it learned of them: which classes they use and which methods
 * they use most ({@link dev.marketlake.allinone.suite.QuickStarts}). Nothing it does is kept.
 */
public final class Rehearsal {
    /** Enough for the second compiler to have seen the ways of a record, few enough for a minute. */
    private static final int EVENTS = 60_000;

    private static final int SYMBOLS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Rehearsal() {}

    /** @param work empty folder for its data */
    public static void of(Home home, Path work, Clock clock) {
        var config = work.resolve("rehearsed");
        var symbols = BenchSymbols.first(SYMBOLS).stream().map(Symbol::value).toArray(String[]::new);
        ConfigCopy.make(BriskConfig.of(home.config(), work.resolve("brisk")), config, Watchlist.of(symbols));
        var folder = new DataFolder(work.resolve("suite"));
        var settings = new SuiteSettings(home.root(), folder, Ports.Choice.FREE, new SyntheticMarket(config, clock));
        var backing = EnumSet.of(Component.BROKER, Component.REGISTRY, Component.STORE);
        try (var rig = Rig.start(settings.learning(), clock, backing);
                var leaving = Executors.newVirtualThreadPerTaskExecutor()) {
            long loaded = rig.load().publish(new Workload(EVENTS, SYMBOLS, 1));
            rig.drain(Component.STREAM, Component.SINK).throughLake(loaded);
            leave(rig, leaving, Component.STREAM, Component.SINK);
            rig.suite().restart(Component.SIMULATOR);
            rig.suite().restart(Component.INGEST);
            new SuiteWait(rig.suite())
                    .until(
                            "a first poll",
                            PATIENCE,
                            () -> Drain.sum(rig.watch().offsets().ends(List.of(Topics.RAW.name()))) > loaded);
            leave(rig, leaving, Component.INGEST, Component.SIMULATOR);
        }
    }

    /** All at once, beside what goes on: a service that leaves spends most of the time on its cache, on one processor. */
    private static void leave(Rig rig, ExecutorService leaving, Component... done) {
        for (var component : done) {
            leaving.execute(() -> rig.suite().stop(component));
        }
    }
}
