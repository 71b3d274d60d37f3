package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.audit.Audit;
import dev.marketlake.allinone.audit.Certificate;
import dev.marketlake.allinone.audit.Certificate.TableLine;
import dev.marketlake.allinone.audit.Evidence;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.ReplayFailure;
import dev.marketlake.allinone.replay.ReplayRequest;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.allinone.replay.Site;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.RecordedMarketFolder;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.JourneyRun;
import dev.marketlake.proofs.journey.TableContents;
import dev.marketlake.proofs.journey.TableContents.Fetches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What is lost comes back from what is left, on a suite that took a folder of recorded bars in:
 *
 * <ol>
 *   <li>the lake emptied, Kafka still whole: the sink starts over, and every table ends with the content it had;
 *   <li>the broker's disk lost, and Silver and Gold with it: a replay from Bronze yields the rows they held, and Bronze is what it was;
 *   <li>the services, fetching once more into the topics made anew: Bronze has the new records beside the old ones, Silver and Gold say
 *       what they said, and the audit holds.
 * </ol>
 */
public final class RebuildProof {
    private static final Duration LAKE_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String BRONZE = "bronze.raw_quotes";
    /** Runs of checks are no content of topics that were lost: they are made anew. */
    private static final String QUALITY = "gold.quality";
    /** What a replay derives. */
    private static final Set<String> DERIVED =
            Set.of("silver.bars", "gold.indicators", "gold.daily_bars", "gold.alerts");

    private final Home home;
    private final RecordedRange range;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** Does not start anything yet. @param work folder for the run's data @param says told how far it has come */
    public RebuildProof(Home home, RecordedRange range, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.range = range;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /**
     * What came back.
     *
     * @param tables with the content they had, after the lake was lost
     * @param rows of them
     * @param replayed rows that the replay yielded, after Kafka was lost
     * @param bronze rows in the end: those before and as many from topics with other ids
     */
    public record Rebuilt(int tables, long rows, long replayed, long bronze) {}

    /** Runs it. @throws ProofFailed with the first differences */
    public Rebuilt run() {
        var data = new DataFolder(work.resolve("suite"));
        var market = new RecordedMarketFolder(range.folder(), BriskConfig.of(home.config(), work.resolve("config")), 1);
        var run = new JourneyRun(
                new SuiteSettings(home.root(), data, Ports.Choice.FREE, market),
                clock,
                line -> says.accept("  " + line));
        try (var suite = run.start()) {
            run.drain(suite);
            try (var access = LakeAccess.of(data);
                    var bucket = access.lake().objectStore()) {
                return new Steps(run, suite, data, access.lake(), bucket).all();
            }
        } catch (SuiteFailure | ReplayFailure failure) {
            throw new ProofFailed(String.valueOf(failure.getMessage()), failure);
        }
    }

    private final class Steps {
        private final JourneyRun run;
        private final Suite suite;
        private final DataFolder data;
        private final Lake lake;
        private final ObjectStore bucket;

        Steps(JourneyRun run, Suite suite, DataFolder data, Lake lake, ObjectStore bucket) {
            this.run = run;
            this.suite = suite;
            this.data = data;
            this.lake = lake;
            this.bucket = bucket;
        }

        Rebuilt all() {
            var before = content();
            long rows = before.values().stream().mapToLong(Held::rows).sum();
            says.accept("the lake is lost");
            loseLake();
            requireEqual(before, content(), "tables rebuilt from Kafka");
            var rowsBefore = TableContents.of(lake, Fetches.SHARED);
            says.accept("Kafka is lost, and Silver and Gold with it");
            loseKafka();
            long replayed = rebuildFromBronze(rowsBefore, before);
            says.accept("the services start, and fetch once more");
            return new Rebuilt(before.size(), rows, replayed, goOn(before));
        }

        private void loseLake() {
            suite.stop(Component.SINK);
            empty("");
            suite.restart(Component.SINK);
            run.drain(suite);
        }

        private void loseKafka() {
            suite.stop(Component.INGEST);
            suite.stop(Component.STREAM);
            suite.stop(Component.SINK);
            suite.stop(Component.BROKER);
            takeAway(data.broker());
            empty("silver/");
            empty("gold/");
            suite.restart(Component.BROKER);
            suite.restart(Component.SINK);
            long giveUpAt = System.nanoTime() + LAKE_PATIENCE.toNanos();
            while (!DERIVED.stream().allMatch(table -> lake.table(table).isPresent())) {
                if (System.nanoTime() - giveUpAt > 0) {
                    throw new ProofFailed("the sink does not make its tables anew");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }

        private long rebuildFromBronze(TableContents rowsBefore, Map<String, Held> before) {
            var replay = new Replay(
                    new Site(home.root(), data, suite.endpoints(), suite.config()),
                    lake,
                    clock,
                    Disturbance.none(says));
            var report = replay.begin(new ReplayRequest(
                    range.first(), range.last(), range.symbols(), Source.BRONZE, Purpose.REWRITE, 1, 0));
            says.accept(report.line());
            var derived = rowsBefore.only(DERIVED);
            derived.requireEqual(
                    TableContents.of(lake, Fetches.SHARED).only(DERIVED), "tables rebuilt from Bronze by a replay");
            requireEqual(Map.of(BRONZE, held(before)), Map.of(BRONZE, held(content())), "Bronze after Kafka was lost");
            return derived.rowCount();
        }

        private long goOn(Map<String, Held> before) {
            var said = TableContents.of(lake, Fetches.OWN).only(DERIVED);
            suite.restart(Component.STREAM);
            suite.restart(Component.INGEST);
            run.drain(suite);
            said.requireEqual(
                    TableContents.of(lake, Fetches.OWN).only(DERIVED),
                    "tables after fetching into the topics made anew");
            var certificate = certificate();
            if (!certificate.holds()) {
                throw new ProofFailed("the audit does not hold: " + certificate.differences());
            }
            var differences = new Differences();
            long twice = 2 * held(before).rows();
            long found = held(heldBy(certificate)).rows();
            differences.unlessEqual(BRONZE + " rows, old and new", twice, found);
            differences.unlessEqual(
                    "topic ids in " + BRONZE,
                    2L,
                    certificate.sources().stream()
                            .map(Certificate.SourceLine::topicId)
                            .distinct()
                            .count());
            differences.requireNone("Bronze after fetching once more");
            return found;
        }

        private void empty(String prefix) {
            try {
                for (StoredObject object : bucket.walk(prefix)) {
                    bucket.delete(object.key());
                }
            } catch (StoreFailure failure) {
                throw new ProofFailed("the bucket cannot be emptied: " + failure.getMessage(), failure);
            }
        }

        private static void takeAway(Path disk) {
            try {
                Files.move(disk, disk.resolveSibling(disk.getFileName() + "-lost"));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot take " + disk + " away", failure);
            }
        }

        private Certificate certificate() {
            return new Audit(lake, Evidence.NONE, Map.of(), Duration.ofDays(1))
                    .certificate(clock.instant(), data.root().resolve("spill"));
        }

        private Map<String, Held> content() {
            return heldBy(certificate());
        }
    }

    /** What a table holds. @param hash see {@link TableLine#content()} */
    private record Held(long rows, String hash) {}

    private static Map<String, Held> heldBy(Certificate certificate) {
        Map<String, Held> content = new TreeMap<>();
        certificate.tables().stream()
                .filter(table -> !table.table().equals(QUALITY))
                .forEach(table -> content.put(table.table(), new Held(table.rows(), table.content())));
        return content;
    }

    private static Held held(Map<String, Held> content) {
        var held = content.get(BRONZE);
        if (held == null) {
            throw new ProofFailed("there is no " + BRONZE);
        }
        return held;
    }

    private static void requireEqual(Map<String, Held> before, Map<String, Held> after, String what) {
        var differences = new Differences();
        differences.unlessEqual("tables", before.keySet(), after.keySet());
        before.forEach((table, held) -> differences.unlessEqual(table, held, after.getOrDefault(table, held)));
        differences.requireNone(what);
    }
}
