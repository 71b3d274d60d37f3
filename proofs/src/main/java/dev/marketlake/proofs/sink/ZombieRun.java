package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.lake.store.MinioObjectStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Two sink processes in one group, each in turn the zombie:
 *
 * <pre>
 *   in the middle of a commit  | SIGSTOP, its put still on the way or not yet begun
 *   its session is over        | the other reads what it had read, and more, and commits it
 *   SIGCONT, its put let go    | it has to find that it was overtaken, and drop what it holds
 * </pre>
 */
public final class ZombieRun {
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RECORDS = 10;

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder @param says told how far it has come */
    public ZombieRun(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /**
     * What was seen.
     *
     * @param times it was fenced, each time it came back
     * @param version of the table in the end
     * @param rows of it, each there once
     */
    public record Fenced(int times, long version, long rows) {}

    /** Runs it. @throws ProofFailed where a zombie was not fenced, or the table is not as it must be */
    public Fenced run(int times) {
        try (var ground = SinkGround.start(home, work);
                var store = MinioObjectStore.of(ground.bucket());
                var quotes = new RawQuotes(ground)) {
            says.accept("starting two sinks");
            try (var one = sink(ground, "sink-one");
                    var other = sink(ground, "sink-other")) {
                var bronze = BronzeRows.of(store, clock);
                for (int time = 0; time < times; time++) {
                    var zombie = time % 2 == 0 ? one : other;
                    var successor = time % 2 == 0 ? other : one;
                    // For two times its entry is on the way already, for the next two its data file is.
                    fence(zombie, successor, time / 2 % 2 == 0 ? ".json" : ".zstd.parquet", quotes, bronze);
                    says.accept("fenced " + (time + 1) + " of " + times + " times");
                }
                var found = bronze.require(quotes);
                return new Fenced(times, found.version(), found.rows());
            }
        }
    }

    private SinkProcess sink(SinkGround ground, String name) {
        // Longer than it stands still: one that gives its put up on waking drops the batch before it can be fenced.
        return SinkProcess.startPatient(
                home, ground, name, SESSION, work.resolve(name + ".log"), PATIENCE.multipliedBy(2));
    }

    private void fence(SinkProcess zombie, SinkProcess successor, String put, RawQuotes quotes, BronzeRows bronze) {
        String table = BronzeRows.table();
        var wait = new SinkWait(zombie, successor);
        wait.until("both sinks to have partitions", PATIENCE, () -> {
            var first = zombie.partitions(table);
            var second = successor.partitions(table);
            return !first.isEmpty() && !second.isEmpty() && first.size() + second.size() == quotes.partitions();
        });
        long before = zombie.conflicts(table);
        var frozen = new CountDownLatch(1);
        var letGo = new CountDownLatch(1);
        zombie.meets((method, path) -> {
            if (frozen.getCount() > 0 && method.equals("PUT") && path.contains("/bronze/") && path.endsWith(put)) {
                zombie.freeze();
                frozen.countDown();
                await(letGo);
            }
            return Fault.NONE;
        });
        quotes.publish(RECORDS);
        wait.until("the sink to commit", PATIENCE, () -> frozen.getCount() == 0);
        quotes.publish(RECORDS);
        wait.until("the other sink to take over", PATIENCE, () -> bronze.isPast(quotes));
        zombie.thaw();
        letGo.countDown();
        wait.until("the zombie to be fenced", PATIENCE, () -> zombie.conflicts(table) > before);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
