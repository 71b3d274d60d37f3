package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sinks that commit to one table as fast as they can, each of a partition of its own: every row is there once, and each commit is one
 * version. One seed is one table.
 */
public final class Contention {
    /** More than a sink that makes any headway ever needs for one commit. */
    private static final int MOST_TURNS = 200;

    private Contention() {}

    /**
     * What is tried.
     *
     * @param writers at once
     * @param commits of all of them together
     */
    public record Setting(int writers, int commits) {}

    /** One seed. @param store an empty bucket, for any thread */
    public static Trial trial(long seed, Setting setting, Control control, ObjectStore store)
            throws StoreFailure, InterruptedException {
        Kind kind = Kind.of(seed);
        MemoryTopic topic = new MemoryTopic(kind.table().topic().name(), setting.writers());
        List<Input> inputs = IntStream.range(0, setting.writers())
                .mapToObj(writer -> new Input(kind, topic))
                .toList();
        List<Callable<String>> writers = new ArrayList<>();
        for (int writer = 0; writer < setting.writers(); writer++) {
            int mine = writer;
            int share = (setting.commits() + writer) / setting.writers();
            writers.add(
                    () -> write(inputs.get(mine), mine, share, new Random(31 * seed + mine), control.before(store)));
        }
        try (var threads = Executors.newFixedThreadPool(setting.writers())) {
            for (Future<String> done : threads.invokeAll(writers)) {
                String trouble = done.get();
                if (!trouble.isEmpty()) {
                    return Trial.broken(seed, Map.of(), trouble);
                }
            }
        } catch (ExecutionException e) {
            return Trial.broken(seed, Map.of(), "a writer died: " + e.getCause());
        }
        return Trial.of(seed, Ending.of(store, inputs, setting.commits()), Map.of());
    }

    /** @return what went wrong; empty where nothing did */
    private static String write(Input input, int partition, int commits, Random random, ObjectStore store) {
        MovingClock clock = new MovingClock();
        try (Engine engine = new Engine(
                input.kind().table(),
                input.topic(),
                Set.of(partition),
                store,
                new Flush(1, 1, Duration.ofSeconds(1)),
                1_000,
                clock)) {
            for (int commit = 0; commit < commits; commit++) {
                input.add(partition, random);
                if (!comesThrough(engine, clock)) {
                    return "writer " + partition + " does not get commit " + commit + " in: " + engine.standing();
                }
            }
            return "";
        }
    }

    private static boolean comesThrough(Engine engine, MovingClock clock) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            clock.move();
            engine.turn();
            if (engine.halted().isPresent()) {
                return false;
            }
            if (engine.isThrough()) {
                return true;
            }
        }
        return false;
    }
}
