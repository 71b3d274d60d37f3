package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.ReplayFailure;
import dev.marketlake.allinone.replay.ReplayRequest;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.allinone.replay.Report;
import dev.marketlake.allinone.replay.Site;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.MarketSource;
import dev.marketlake.allinone.suite.Ports;
import dev.marketlake.allinone.suite.RecordedMarketFolder;
import dev.marketlake.allinone.suite.StoredMarket;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.JourneyRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The claims about replays, on a suite that took in a folder of recorded bars:
 *
 * <ol>
 *   <li>a replay of any range, from Bronze or from Kafka, at 1, 2 or 4 threads, its process killed on the way, equals the lake;
 *   <li>rows falsified in the lake make it fail, and the cells are named;
 *   <li>a replay that writes puts exactly them right, and one more finds nothing to write.
 * </ol>
 */
public final class ReplayProof {
    private static final EnumSet<Component> NEEDED =
            EnumSet.of(Component.BROKER, Component.REGISTRY, Component.STORE, Component.SINK);
    private static final List<Integer> THREADS = List.of(1, 2, 4);

    private final Home home;
    private final Path recorded;
    private final DataFolder data;
    private final List<String> symbols;
    private final LocalDate first;
    private final LocalDate last;
    private final PrintStream out;
    private final Clock clock;

    /**
     * Does not start anything yet.
     *
     * @param recorded folder of SYMBOL.csv or SYMBOL.csv.gz
     * @param work empty folder for the run's data
     * @param symbols those of the folder
     * @param first first trade date of the files; to be written to it must be more than five sessions before {@code last}
     * @param last last trade date of the files
     */
    public ReplayProof(
            Home home,
            Path recorded,
            Path work,
            List<String> symbols,
            LocalDate first,
            LocalDate last,
            PrintStream out,
            Clock clock) {
        this.home = home;
        this.recorded = recorded;
        this.data = new DataFolder(work.resolve("suite"));
        this.symbols = List.copyOf(symbols);
        this.first = first;
        this.last = last;
        this.out = out;
        this.clock = clock;
    }

    /** Returns a line of figures. @param runs replays that are compared, at least 1 @throws ProofFailed where a claim does not hold */
    public String prove(int runs, long seed) {
        var began = clock.instant();
        fill();
        try (var suite = Suite.start(settings(new StoredMarket(data.config())), NEEDED, clock, event -> {});
                var access = LakeAccess.of(data)) {
            var site = new Site(home.root(), data, suite.endpoints(), suite.config());
            var bench = new Bench(site, access);
            int kills = bench.equalRuns(runs, new Random(seed));
            bench.falsifiedIsNoticedAndPutRight(
                    new Tampering(access.lake(), suite.endpoints(), data.root().resolve("spill")));
            return String.format(
                    Locale.ROOT,
                    "replay holds: %d of %d equal at %s threads with %d kills; falsified rows noticed and put right; %.0f s",
                    runs,
                    runs,
                    THREADS,
                    kills,
                    Duration.between(began, clock.instant()).toMillis() / 1000.0);
        } catch (SuiteFailure | ReplayFailure failure) {
            throw new ProofFailed(String.valueOf(failure.getMessage()), failure);
        }
    }

    private void fill() {
        say("a suite takes in " + recorded);
        new JourneyRun(settings(new RecordedMarketFolder(recorded, home.config(), 1)), clock, line -> say("  " + line))
                .untilDrained();
    }

    private SuiteSettings settings(MarketSource market) {
        return new SuiteSettings(home.root(), data, Ports.Choice.FREE, market);
    }

    private final class Bench {
        private final Site site;
        private final LakeAccess access;

        private Bench(Site site, LakeAccess access) {
            this.site = site;
            this.access = access;
        }

        private int equalRuns(int runs, Random random) {
            int kills = 0;
            for (int run = 0; run < runs; run++) {
                var disturbance = Disturbance.seeded(random, ReplayProof.this::say);
                var report = replay(verify(run, random), disturbance);
                say(report.line());
                if (!report.holds()) {
                    throw new ProofFailed("replay " + run + " does not equal the lake:\n  "
                            + String.join("\n  ", report.differences()));
                }
                kills += disturbance.kills();
            }
            return kills;
        }

        /** The first run takes everything; later ones a random range of some symbols. */
        private ReplayRequest verify(int run, Random random) {
            var from = run == 0 ? first : between(first, last, random);
            var to = run == 0 ? last : between(from, last, random);
            var some = run == 0 ? symbols : symbols.subList(random.nextInt(symbols.size()), symbols.size());
            var source = run % 4 == 3 ? Source.KAFKA : Source.BRONZE;
            return new ReplayRequest(from, to, some, source, Purpose.VERIFY, THREADS.get(run % THREADS.size()), 0);
        }

        private static LocalDate between(LocalDate from, LocalDate to, Random random) {
            return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
        }

        private void falsifiedIsNoticedAndPutRight(Tampering tampering) {
            var symbol = symbols.getFirst();
            tampering.on(symbol, first);
            var found = replay(day(symbol, Purpose.VERIFY), Disturbance.none(ReplayProof.this::say));
            requireNamed(found, "silver.bars", "close");
            requireNamed(found, "gold.indicators", "the replay yields it");
            requireNamed(found, "gold.alerts", "tampered");
            say("falsified: " + found.differences().getFirst());
            requireLine(
                    replay(day(symbol, Purpose.REWRITE), Disturbance.none(ReplayProof.this::say)),
                    "2 rows written and 1 withdrawn on 1 trade date,");
            requireLine(
                    replay(day(symbol, Purpose.REWRITE), Disturbance.none(ReplayProof.this::say)),
                    "0 rows written and 0 withdrawn");
            requireLine(
                    replay(day(symbol, Purpose.VERIFY), Disturbance.none(ReplayProof.this::say)), "equals the lake");
        }

        private ReplayRequest day(String symbol, Purpose purpose) {
            return new ReplayRequest(first, first, List.of(symbol), Source.BRONZE, purpose, 1, 0);
        }

        private Report replay(ReplayRequest request, Disturbance disturbance) {
            return new Replay(site, access.lake(), clock, disturbance).begin(request);
        }

        private static void requireNamed(Report report, String table, String what) {
            if (report.differences().stream().noneMatch(line -> line.startsWith(table) && line.contains(what))) {
                throw new ProofFailed("a falsified row of " + table + " goes unnoticed: " + report.differences());
            }
        }

        private void requireLine(Report report, String what) {
            say(report.line());
            if (!report.holds() || !report.line().contains(what)) {
                throw new ProofFailed("expected '" + what + "', found " + report.line() + " " + report.differences());
            }
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
