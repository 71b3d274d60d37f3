package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.maintain.Compaction;
import dev.marketlake.lake.maintain.Packing;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Sinks that commit to one table as fast as they can, each of a partition of its own; one more that fills rows in behind all of them, many
 * at a time; and a compaction that goes over the table again and again: every row is there once, and each commit is one version. One seed
 * is one table.
 */
public final class Contention {
    /** More than a sink that makes any headway ever needs for one commit. */
    private static final int MOST_TURNS = 200;

    /** Records of one commit of the backfill. */
    private static final int FILLED_IN = 20;

    private static final Packing PACKING = new Packing(8, 1 << 20);
    private static final int PAUSE_MILLIS = 20;

    private Contention() {}

    /**
     * What is tried.
     *
     * @param writers at once, the backfill and the compaction left out
     * @param commits of all writers and the backfill together
     */
    public record Setting(int writers, int commits) {}

    /** One seed. @param store an empty bucket, for any thread */
    public static Trial trial(long seed, Setting setting, Control control, ObjectStore store)
            throws StoreFailure, InterruptedException {
        Kind kind = Kind.of(seed);
        int sinks = setting.writers() + 1;
        MemoryTopic topic = new MemoryTopic(kind.table().topic().name(), sinks);
        List<Input> inputs = IntStream.range(0, sinks)
                .mapToObj(sink -> new Input(kind, topic))
                .toList();
        List<Callable<String>> writers = new ArrayList<>();
        for (int sink = 0; sink < sinks; sink++) {
            int mine = sink;
            int share = (setting.commits() + sink) / sinks;
            Random random = new Random(31 * seed + mine);
            Runnable feed = mine < setting.writers()
                    ? () -> inputs.get(mine).add(mine, random)
                    : () -> inputs.get(mine).fillIn(mine, setting.writers(), FILLED_IN, random);
            writers.add(() -> write(inputs.get(mine), mine, share, feed, control.before(store)));
        }
        CountDownLatch written = new CountDownLatch(1);
        long compacted;
        try (ExecutorService threads = Executors.newFixedThreadPool(sinks + 1)) {
            Future<Long> compactor = threads.submit(() -> compact(kind, control.before(store), written));
            List<Future<String>> done;
            try {
                done = threads.invokeAll(writers);
            } finally {
                written.countDown();
            }
            for (Future<String> one : done) {
                String trouble = one.get();
                if (!trouble.isEmpty()) {
                    return Trial.broken(seed, Map.of(), trouble);
                }
            }
            compacted = compactor.get();
        } catch (ExecutionException e) {
            return Trial.broken(seed, Map.of(), "a writer died: " + e.getCause());
        }
        return Trial.of(
                seed,
                Ending.of(store, inputs, setting.commits() + compacted),
                Map.of(
                        "COMPACTIONS",
                        Math.toIntExact(compacted),
                        "BACKFILLS",
                        (setting.commits() + sinks - 1) / sinks));
    }

    /** @return how many versions it made */
    private static long compact(Kind kind, ObjectStore store, CountDownLatch written)
            throws StoreFailure, InterruptedException {
        Compaction compaction = new Compaction(store, new MovingClock(), PACKING);
        long made = 0;
        while (!written.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            made += compaction.compact(kind.table()).after();
        }
        return made;
    }

    /** @return what went wrong; empty where nothing did */
    private static String write(Input input, int partition, int commits, Runnable feed, ObjectStore store) {
        MovingClock clock = new MovingClock();
        try (Engine engine = new Engine(
                input.kind().table(),
                input.topic(),
                Set.of(partition),
                store,
                new Flush(1, 1, Duration.ofSeconds(1)),
                1_000_000,
                clock)) {
            for (int commit = 0; commit < commits; commit++) {
                feed.run();
                if (!engine.comesThrough(MOST_TURNS, clock::move)) {
                    return "writer " + partition + " does not get commit " + commit + " in: " + engine.standing();
                }
            }
            return "";
        }
    }
}
