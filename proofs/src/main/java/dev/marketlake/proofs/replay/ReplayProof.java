package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.replay.ReplayFailure;
import dev.marketlake.allinone.replay.Site;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.RecordedMarketFolder;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.JourneyRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * The claims about replays, on a suite that takes in a folder of recorded bars and then goes on running:
 *
 * <ol>
 *   <li>a replay of any range, from Bronze or from Kafka, at 1, 2 or 4 threads, its process killed on the way, equals the lake;
 *   <li>so does one that was given up and resumed;
 *   <li>a query as known before a late correction, bar and split says what the lake said then, to the last cell;
 *   <li>rows falsified in the lake make it fail, and the cells are named; a replay that writes puts exactly them right;
 *   <li>an event beyond the live depth waits for a job, which takes it up, once.
 * </ol>
 */
public final class ReplayProof {
    private final Home home;
    private final RecordedRange range;
    private final Path work;
    private final PrintStream out;
    private final Clock clock;

    /** Does not start anything yet. @param work folder for the run's data */
    public ReplayProof(Home home, RecordedRange range, Path work, PrintStream out, Clock clock) {
        this.home = home;
        this.range = range;
        this.work = work;
        this.out = out;
        this.clock = clock;
    }

    /** One replay, killed once, equals the lake, and one over falsified rows does not. Returns a line of figures. @throws ProofFailed where that fails */
    public String proveShortly() {
        return onSuite(bench -> {
            bench.equalOnce();
            bench.knownAtSeesNoFuture();
            bench.falsifiedIsNoticed();
            return "1 of 1 equal with 1 kill; as known then, nothing of the future; falsified rows noticed";
        });
    }

    /**
     * All claims; the range has to hold more than five sessions. Returns a line of figures.
     *
     * @param runs replays that are compared, at least 1
     * @throws ProofFailed where a claim does not hold
     */
    public String prove(int runs, long seed) {
        return onSuite(bench -> {
            int kills = bench.equalRuns(runs, new Random(seed));
            bench.givenUpAndResumed();
            bench.knownAtSeesNoFuture();
            bench.falsifiedIsNoticed();
            bench.falsifiedIsPutRight();
            bench.correctionBeyondTheDepthIsTakenUp();
            return String.format(
                    Locale.ROOT,
                    "%1$d of %1$d equal at %2$s threads with %3$d kills; resumed; as known then, nothing of the future; falsified rows noticed and put right; late correction"
                            + " taken up once",
                    runs,
                    ReplayBench.THREADS,
                    kills);
        });
    }

    private String onSuite(Function<ReplayBench, String> claims) {
        var began = clock.instant();
        var data = new DataFolder(work.resolve("suite"));
        var market = new RecordedMarketFolder(range.folder(), BriskConfig.of(home.config(), work.resolve("config")), 1);
        var settings = new SuiteSettings(home.root(), data, Ports.Choice.FREE, market);
        var run = new JourneyRun(settings, clock, line -> say("  " + line));
        try (var suite = run.start()) {
            run.drain(suite);
            try (var access = LakeAccess.of(data)) {
                var site = new Site(home.root(), data, suite.endpoints(), suite.config());
                var bench = new ReplayBench(site, access.lake(), range, clock, this::say);
                return figures(claims.apply(bench), began);
            }
        } catch (SuiteFailure | ReplayFailure failure) {
            throw new ProofFailed(String.valueOf(failure.getMessage()), failure);
        }
    }

    private String figures(String line, Instant began) {
        return String.format(
                Locale.ROOT,
                "replay holds: %s; %.0f s",
                line,
                Duration.between(began, clock.instant()).toMillis() / 1000.0);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
