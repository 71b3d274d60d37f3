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
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A suite with its topics, to which a bench publishes; which of its processes run is the bench's to say. */
record Rig(Suite suite, SuiteWatch watch, RawLoad load) implements AutoCloseable {

    /**
     * Starts one.
     *
     * @param folder for its data
     * @param symbols how many of {@link BenchSymbols} it follows
     * @param first what runs at once, the broker among it; the rest waits for {@link Suite#restart}
     */
    static Rig start(Home home, Path folder, Clock clock, int symbols, Set<Component> first) {
        var settings = new SuiteSettings(
                home.root(),
                new DataFolder(folder),
                Ports.Choice.FREE,
                new PublishedMarket(home.config(), BenchSymbols.first(symbols)));
        return start(settings, clock, first);
    }

    /** As above, with settings of one's own. */
    static Rig start(SuiteSettings settings, Clock clock, Set<Component> first) {
        var suite = Suite.start(settings, first, clock, event -> {});
        var load = new RawLoad(
                suite.endpoints().bootstrapServers(), suite.endpoints().registryUrl());
        var rig = new Rig(suite, new SuiteWatch(suite.endpoints(), clock), load);
        try {
            load.topics(suite.config());
            return rig;
        } catch (RuntimeException failure) {
            rig.close();
            throw failure;
        }
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
