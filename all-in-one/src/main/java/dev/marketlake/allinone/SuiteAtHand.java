package dev.marketlake.allinone;

import dev.marketlake.allinone.replay.Site;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.StoredMarket;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The suite that runs on a folder, or what is started of it where none does. */
final class SuiteAtHand implements AutoCloseable {
    /** What a replay of a range needs. */
    static final Set<Component> FOR_A_RANGE =
            Set.of(Component.BROKER, Component.REGISTRY, Component.STORE, Component.SINK);

    /** What the queue needs: live says how far back it looks. */
    static final Set<Component> FOR_THE_QUEUE =
            Set.of(Component.BROKER, Component.REGISTRY, Component.STORE, Component.SINK, Component.STREAM);

    private final Site site;
    private final Optional<Suite> started;

    private SuiteAtHand(Site site, Optional<Suite> started) {
        this.site = site;
        this.started = started;
    }

    static SuiteAtHand of(Home home, DataFolder folder, Set<Component> needed, Terminal terminal, Clock clock) {
        var running = folder.running();
        if (running.isPresent()) {
            var run = running.get();
            return new SuiteAtHand(
                    new Site(home.root(), folder, run.endpoints(), Path.of(run.config())), Optional.empty());
        }
        var market = StoredMarket.of(folder, home.config());
        var settings = new SuiteSettings(home.root(), folder, Ports.Choice.FREE, market);
        var suite = Suite.start(settings, needed, clock, new StartProgress(terminal));
        return new SuiteAtHand(new Site(home.root(), folder, suite.endpoints(), suite.config()), Optional.of(suite));
    }

    /** The folder of the YAML files that {@link #of} would go by. */
    static Path config(Home home, DataFolder folder) {
        return folder.running()
                .map(run -> Path.of(run.config()))
                .orElseGet(() -> StoredMarket.of(folder, home.config()).config());
    }

    Site site() {
        return site;
    }

    @Override
    public void close() {
        started.ifPresent(Suite::close);
    }
}
