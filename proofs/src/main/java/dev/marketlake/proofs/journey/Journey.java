package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.RecordedMarketFolder;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.watch.Drained;
import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.TableContents.Fetches;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/**
 * The claims about a recorded folder, each on a real suite:
 *
 * <ol>
 *   <li>one poll of every symbol ends in exactly the bars, days, readings and ledger that the files call for;
 *   <li>polling twice more, after a restart, changes Bronze and the ledger's DUPLICATE column only;
 *   <li>with ingest, stream processor and sink killed in the middle, the tables are those of the first run.
 * </ol>
 */
public final class Journey {
    /** Slow enough that there is a middle to kill in. */
    private static final int UNHURRIED = 1;

    private static final int BRISK = 10;
    private static final int MORE_ROUNDS = 2;

    private final Home home;
    private final Path recorded;
    private final Path work;
    private final PrintStream out;
    private final Clock clock;
    private final Instant began;
    private final RecordedFolder files;

    /**
     * Reads the files.
     *
     * @param work empty folder for the runs' data
     * @throws ProofFailed where the files are not of the form that can be proven on
     */
    public Journey(Home home, Path recorded, Path work, PrintStream out, Clock clock) {
        this.home = home;
        this.recorded = recorded;
        this.work = work;
        this.out = out;
        this.clock = clock;
        this.began = clock.instant();
        this.files = RecordedFolder.read(recorded);
    }

    /** Claims 1 and 2. Returns a line of figures. @throws ProofFailed with the first differences */
    public String prove() {
        var first = polledOnce();
        return figures(first.line() + "; " + polledAgain(first));
    }

    /** All three claims. Returns a line of figures. @throws ProofFailed with the first differences */
    public String proveWithKills() {
        var first = polledOnce();
        var again = polledAgain(first);
        return figures(first.line() + "; " + again + "; " + killed(first));
    }

    /** Claims 1 and 3. Returns a line of figures. @throws ProofFailed with the first differences */
    public String proveShortly() {
        var first = polledOnce();
        return figures(first.line() + "; " + killed(first));
    }

    private String killed(First first) {
        var killings = Killings.ofEachService(files.lines(), this::say);
        var run = run("with each service killed once", new DataFolder(work.resolve("killed")), 1, UNHURRIED);
        var drained = run.untilDrained(killings);
        var killed = killings.requireDone();
        var contents = inLake(run.folder(), lake -> {
            BarCheck.run(files, lake);
            LedgerCheck.run(drained, lake);
            return TableContents.of(lake, Fetches.OWN);
        });
        first.comparable().requireEqual(contents, "tables after kills against tables without");
        return "killed " + killed + ": the same tables";
    }

    private First polledOnce() {
        say(String.format(
                Locale.ROOT,
                "%s: %,d bars of %d symbols",
                recorded,
                files.bars().size(),
                files.symbols().size()));
        var once = run("one poll", plain(), 1, BRISK).untilDrained(Killings.none());
        var first = inLake(plain(), lake -> first(once, lake));
        say("the lake holds what the files say");
        return first;
    }

    private String polledAgain(First first) {
        var again = run("polled " + MORE_ROUNDS + " times more", plain(), MORE_ROUNDS, BRISK)
                .untilDrained(Killings.none());
        return "polled again: " + inLake(plain(), lake -> again(first, again, lake));
    }

    private DataFolder plain() {
        return new DataFolder(work.resolve("plain"));
    }

    /**
     * What the first run left.
     *
     * @param shared contents for a run that adds to it
     * @param comparable contents for a run of its own
     */
    private record First(String line, LedgerTotals ledger, TableContents shared, TableContents comparable) {}

    private First first(Drained drained, Lake lake) {
        if (drained.ingest().published() != drained.figures().rawEvents()) {
            throw new ProofFailed("ingest published " + drained.ingest().published() + " events, the raw topic holds "
                    + drained.figures().rawEvents());
        }
        var valid = BarCheck.run(files, lake);
        var rollUps = RollUpCheck.run(valid.values(), lake);
        var performance = PerformanceCheck.run(lake);
        var viewed = StarCheck.run(lake);
        var passed = QualityCheck.run(home.config(), lake);
        var readings = ReadingsCheck.run(valid.values(), lake);
        var ledger = LedgerCheck.run(drained, lake);
        var line = String.format(
                Locale.ROOT,
                "%,d bars equal, %,d of them valid, %d days and %,d coarser bars equal, %d rows of daily readings, %d of the market view, %d quality checks passed, %,d readings of %s within %.1e, %,d raw events"
                        + " accounted for",
                files.bars().size(),
                valid.size(),
                rollUps.days(),
                rollUps.coarser(),
                performance,
                viewed,
                passed,
                readings.compared(),
                String.join(" ", readings.symbols()),
                readings.largest(),
                ledger.all());
        return new First(line, ledger, TableContents.of(lake, Fetches.SHARED), TableContents.of(lake, Fetches.OWN));
    }

    private String again(First first, Drained drained, Lake lake) {
        first.shared().requireEqual(TableContents.of(lake, Fetches.SHARED), "tables after more polls of the same");
        var ledger = LedgerCheck.run(drained, lake);
        var before = first.ledger();
        var expected = new LedgerTotals(
                before.accepted(),
                before.revised(),
                before.duplicate() + MORE_ROUNDS * before.all(),
                before.superseded(),
                before.rejected(),
                before.beyondDepth());
        var differences = new Differences();
        differences.unlessEqual("ledger after more polls of the same", expected, ledger);
        differences.requireNone("gold.ledger");
        return String.format(Locale.ROOT, "%,d duplicates more, nothing else", ledger.duplicate() - before.duplicate());
    }

    private JourneyRun run(String name, DataFolder folder, int rounds, int requestsPerSecond) {
        say("run: " + name);
        var market = new RecordedMarketFolder(recorded, home.config(), rounds, requestsPerSecond);
        return new JourneyRun(
                new SuiteSettings(home.root(), folder, Ports.Choice.FREE, market), clock, line -> say("  " + line));
    }

    private static <T> T inLake(DataFolder folder, Function<Lake, T> look) {
        try (var access = LakeAccess.of(folder)) {
            return look.apply(access.lake());
        }
    }

    private String figures(String line) {
        return String.format(
                Locale.ROOT,
                "journey holds: %s; %.0f s",
                line,
                Duration.between(began, clock.instant()).toMillis() / 1000.0);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
