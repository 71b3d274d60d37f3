package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.FaultyProxy;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.LakeConfig.Flush;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whatever the network does to the put of a log entry, the table ends with every row once and one version for each commit. One seed is one
 * table, an appended one or an upserted one, on a real store behind a network that fails; the table's making is not spared.
 */
public final class AmbiguousCommits {
    private static final int PARTITIONS = 2;
    private static final int MOST_RECORDS = 4;
    /** More than a sink that makes any headway ever needs for one commit. */
    private static final int MOST_TURNS = 200;

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private AmbiguousCommits() {}

    /**
     * What is tried.
     *
     * @param commits of the table
     * @param share of the log's puts that something happens to, 0 to 1
     */
    public record Setting(int commits, double share) {}

    /** One seed. @param direct the store, with a bucket that nobody uses */
    public static Trial trial(long seed, Setting setting, Control control, StoreSettings direct)
            throws IOException, StoreFailure {
        Weather weather = new Weather(new Random(seed), setting.share());
        try (MinioObjectStore safe = MinioObjectStore.of(direct);
                FaultyProxy proxy = FaultyProxy.before(direct.endpoint(), weather::on);
                MinioObjectStore store =
                        MinioObjectStore.of(direct.at(proxy.endpoint()).withTimeout(PATIENCE))) {
            safe.ensureBucket();
            Kind kind = Kind.of(seed);
            Input input = new Input(kind, new MemoryTopic(kind.table().topic().name(), PARTITIONS));
            MovingClock clock = new MovingClock();
            try (Engine engine = new Engine(
                    kind.table(),
                    input.topic(),
                    Set.of(0, 1),
                    control.before(store),
                    new Flush(1, 1, Duration.ofSeconds(1)),
                    1_000_000,
                    clock)) {
                Random random = new Random(~seed);
                for (int commit = 0; commit < setting.commits(); commit++) {
                    input.feed(PARTITIONS, MOST_RECORDS, random);
                    if (!engine.comesThrough(MOST_TURNS, clock::move)) {
                        return Trial.broken(
                                seed, weather.happened(), "commit " + commit + " never lands: " + engine.standing());
                    }
                }
            }
            return Trial.of(seed, Ending.of(safe, List.of(input), setting.commits()), weather.happened());
        }
    }

    /** What happens to which request. Safe for any thread. */
    private static final class Weather {
        private final Random chance;
        private final double share;
        private final Map<String, Integer> happened = new TreeMap<>();

        Weather(Random chance, double share) {
            this.chance = chance;
            this.share = share;
        }

        synchronized Fault on(String method, String path) {
            boolean entry = method.equals("PUT") && path.endsWith(".json") && path.contains("/_delta_log/");
            if (!entry || chance.nextDouble() >= share) {
                return Fault.NONE;
            }
            Fault fault = Fault.values()[1 + chance.nextInt(Fault.values().length - 1)];
            happened.merge(fault.name(), 1, Integer::sum);
            return fault;
        }

        synchronized Map<String, Integer> happened() {
            return Map.copyOf(happened);
        }
    }
}
