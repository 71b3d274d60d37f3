package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.lake.law.AmbiguousCommits;
import dev.marketlake.lake.law.Contention;
import dev.marketlake.lake.law.Control;
import dev.marketlake.lake.law.CrashPoint;
import dev.marketlake.lake.law.CrashPoints;
import dev.marketlake.lake.law.Takeovers;
import dev.marketlake.lake.law.Trial;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.proofs.replay.RebuildProof;
import dev.marketlake.proofs.replay.RecordedRange;
import dev.marketlake.proofs.sink.Trials.Task;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** The laws of the sink's commits, each with its controls. Needs the lake sink's libraries on the class path. */
public final class CommitProofs {
    /** Of one table: what the log folder of a table with maintenance holds, give or take. */
    private static final int COMMITS_A_TABLE = 500;

    private static final double AMBIGUOUS = 0.2;
    private static final int TAKEOVERS_A_TABLE = 10;
    private static final int CONTROL_COMMITS = 60;
    private static final int CONTROL_SEEDS = 10;

    private final Path work;
    private final int threads;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder for the store's objects @param says told how far it has come */
    public CommitProofs(Path work, int threads, Clock clock, Consumer<String> says) {
        this.work = work;
        this.threads = threads;
        this.clock = clock;
        this.says = says;
    }

    /** So many commits, a fifth of them ambiguous. @throws dev.marketlake.proofs.claim.ProofFailed with the first difference */
    public LawFigures ambiguousCommits(int commits, long seed) {
        try (var store = OwnStore.in(work)) {
            var trials = trials("ambiguous commits");
            for (var control : List.of(Control.NO_TXN_CHECK, Control.BLIND_RETRY)) {
                trials.control(control, appended(seed, each -> ambiguous(each, CONTROL_COMMITS, control, store)));
            }
            return trials.run(tables(commits)
                    .mapToObj(table -> task(
                            "--commits " + size(commits, table) + " --seed " + (seed + table),
                            () -> ambiguous(seed + table, size(commits, table), Control.NONE, store)))
                    .toList());
        }
    }

    private static Trial ambiguous(long seed, int commits, Control control, OwnStore store) throws Exception {
        return AmbiguousCommits.trial(
                seed,
                new AmbiguousCommits.Setting(commits, AMBIGUOUS),
                control,
                store.bucket(bucket("ambiguous", control, seed)));
    }

    /** Every crash point with so many seeds. @throws dev.marketlake.proofs.claim.ProofFailed with the first difference */
    public LawFigures crashPoints(long seeds, long first) {
        var trials = trials("crash points");
        trials.control(
                Control.NO_TXN_CHECK,
                appended(first, seed -> crash(CrashPoint.AFTER_COMMIT_BEFORE_ITS_REPLY, seed, Control.NO_TXN_CHECK)));
        List<Task> tasks = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            for (var point : CrashPoint.values()) {
                long one = seed;
                tasks.add(task("--seeds 1 --seed " + seed, () -> crash(point, one, Control.NONE)));
            }
        }
        return trials.run(tasks);
    }

    private static Trial crash(CrashPoint point, long seed, Control control) throws Exception {
        return CrashPoints.trial(point, seed, control, new MemoryObjectStore());
    }

    /** So many writers at one table after another. @throws dev.marketlake.proofs.claim.ProofFailed with the first difference */
    public LawFigures contention(int writers, int commits, long seed) {
        try (var store = OwnStore.in(work)) {
            var trials = new Trials("contention", 1, clock, says);
            trials.control(
                    Control.NO_PROBE,
                    appended(seed, each -> contend(each, writers, CONTROL_COMMITS, Control.NO_PROBE, store)));
            return trials.run(tables(commits)
                    .mapToObj(table -> task(
                            "--commits " + size(commits, table) + " --seed " + (seed + table),
                            () -> contend(seed + table, writers, size(commits, table), Control.NONE, store)))
                    .toList());
        }
    }

    private static Trial contend(long seed, int writers, int commits, Control control, OwnStore store)
            throws Exception {
        try (var bucket = store.open(bucket("contention", control, seed))) {
            return Contention.trial(seed, new Contention.Setting(writers, commits), control, bucket);
        }
    }

    /**
     * So many takeovers from a sink process that stands still, and twenty times as many from sinks that stand still in memory.
     *
     * @throws dev.marketlake.proofs.claim.ProofFailed with the first difference
     */
    public LawFigures zombies(Home home, int times, long seed) {
        var trials = trials("zombies");
        for (var control : List.of(Control.NO_TXN_CHECK, Control.BLIND_RETRY, Control.NO_PROBE)) {
            trials.control(control, appended(seed, one -> takeOver(one, TAKEOVERS_A_TABLE, control)));
        }
        var inMemory = trials.run(seeds(seed, 2 * times, one -> takeOver(one, TAKEOVERS_A_TABLE, Control.NONE)));
        says.accept(inMemory.line());
        var began = clock.instant();
        var processes = new ZombieRun(home, work, clock, says).run(times);
        return inMemory.and(
                Map.of("PROCESS_FENCED", processes.times()),
                processes.version(),
                processes.rows(),
                Duration.between(began, clock.instant()));
    }

    /** A store out of order, each time for so long. @throws dev.marketlake.proofs.claim.ProofFailed where something is lost, not told or not mended */
    public OutageFigures outages(Home home, Duration length) {
        return new OutageRun(home, work, clock, says).run(length);
    }

    /**
     * Kafka lost, the lake lost, and records that Kafka no longer has.
     *
     * @param symbols and days of the folder that a suite takes in
     * @throws dev.marketlake.proofs.claim.ProofFailed where something does not come back, or is skipped, overwritten or not told
     */
    public RebuildFigures rebuild(Home home, int symbols, int days) {
        var began = clock.instant();
        var survived = new RebuildRun(home, work.resolve("sink"), clock, says).run();
        var range = RecordedRange.generated(work.resolve("recorded"), symbols, days);
        var rebuilt = new RebuildProof(home, range, work, clock, says).run();
        return new RebuildFigures(survived, rebuilt, Duration.between(began, clock.instant()));
    }

    /** How fast a sink is. @throws dev.marketlake.proofs.claim.ProofFailed where the tables do not hold what was published */
    public SinkBenchFigures bench(Home home, int rows, int symbols, int rounds) {
        return new SinkBench(home, work, clock, says).run(rows, symbols, rounds);
    }

    /** What loading a table costs as its log grows. @throws dev.marketlake.proofs.claim.ProofFailed where it is not read as committed */
    public SnapshotBenchFigures snapshots(int few, int many) {
        return new SnapshotBench(clock, says).run(few, many);
    }

    private static Trial takeOver(long seed, int times, Control control) throws Exception {
        return Takeovers.trial(seed, times, control, new MemoryObjectStore());
    }

    private Trials trials(String law) {
        return new Trials(law, threads, clock, says);
    }

    private interface Seeded {
        Trial run(long seed) throws Exception;
    }

    private static List<Task> seeds(long first, int count, Seeded body) {
        LongFunction<Task> one = seed -> task("--seed " + seed, () -> body.run(seed));
        return LongStream.range(first, first + count).mapToObj(one).toList();
    }

    /** Seeds of appended tables, in which a row that is lost or there twice shows as what it is. */
    private static List<Task> appended(long first, Seeded body) {
        return seeds(first, CONTROL_SEEDS, seed -> body.run(2 * seed));
    }

    private static Task task(String name, Task.Body body) {
        return new Task(name, body);
    }

    private static LongStream tables(int commits) {
        return LongStream.range(0, Math.ceilDiv(commits, COMMITS_A_TABLE));
    }

    private static int size(int commits, long table) {
        return Math.min(COMMITS_A_TABLE, commits - Math.toIntExact(table) * COMMITS_A_TABLE);
    }

    private static String bucket(String law, Control control, long seed) {
        return law + "-" + control.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + seed;
    }
}
