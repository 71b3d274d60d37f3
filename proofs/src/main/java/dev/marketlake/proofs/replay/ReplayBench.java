package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.replay.Progress;
import dev.marketlake.allinone.replay.QueuedJobs;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.ReplayRequest;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.allinone.replay.Report;
import dev.marketlake.allinone.replay.Site;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The claims, one by one, on a suite whose lake holds all that was fetched. For one thread. */
final class ReplayBench {
    static final List<Integer> THREADS = List.of(1, 2, 4);
    private static final int LIVE_SESSIONS = 5;
    private static final Duration LAKE_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Site site;
    private final Lake lake;
    private final RecordedRange range;
    private final Clock clock;
    private final Consumer<String> says;

    ReplayBench(Site site, Lake lake, RecordedRange range, Clock clock, Consumer<String> says) {
        this.site = site;
        this.lake = lake;
        this.range = range;
        this.clock = clock;
        this.says = says;
    }

    /** Replays of random ranges, the first of everything, each killed on the way, equal the lake. @return kills */
    int equalRuns(int runs, Random random) {
        int kills = 0;
        for (int run = 0; run < runs; run++) {
            var disturbance = Disturbance.seeded(random, says);
            requireLine(replay(verify(run, random), disturbance), "equals the lake");
            kills += disturbance.kills();
        }
        return kills;
    }

    /** A replay of everything at two threads, killed once, equals the lake. */
    void equalOnce() {
        requireLine(
                replay(
                        new ReplayRequest(
                                range.first(), range.last(), range.symbols(), Source.BRONZE, Purpose.VERIFY, 2, 0),
                        Disturbance.once(says)),
                "equals the lake");
    }

    private ReplayRequest verify(int run, Random random) {
        var from = run == 0 ? range.first() : between(range.first(), range.last(), random);
        var to = run == 0 ? range.last() : between(from, range.last(), random);
        var all = range.symbols();
        var some = run == 0 ? all : all.subList(random.nextInt(all.size()), all.size());
        var source = run % 4 == 3 ? Source.KAFKA : Source.BRONZE;
        return new ReplayRequest(from, to, some, source, Purpose.VERIFY, THREADS.get(run % THREADS.size()), 0);
    }

    private static LocalDate between(LocalDate from, LocalDate to, Random random) {
        return from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
    }

    /** A replay that is given up twice, while publishing and while deriving, goes on and equals the lake. */
    void givenUpAndResumed() {
        var whole = new ReplayRequest(
                range.first(), range.last(), range.symbols(), Source.BRONZE, Purpose.VERIFY, 1, 3_000);
        requireGivenUp(() -> replay(whole, new GivingUp(0, says)));
        var id = unfinished();
        requireGivenUp(() -> replay(new GivingUp(0.5, says)).resume(id));
        requireLine(replay(Disturbance.none(says)).resume(id), "equals the lake");
    }

    private static void requireGivenUp(Runnable attempt) {
        try {
            attempt.run();
        } catch (GivingUp.GivenUp wanted) {
            return;
        }
        throw new ProofFailed("found no moment to give the replay up in the middle of its work");
    }

    private String unfinished() {
        try (var jobs = Files.list(site.data().jobs())) {
            return jobs.filter(job -> Files.exists(job.resolve("job.json")))
                    .map(job -> job.getFileName().toString())
                    .findFirst()
                    .orElseThrow(() -> new ProofFailed("a replay that was given up has left nothing to go on with"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + site.data().jobs(), failure);
        }
    }

    /** A query as known before late news says what the lake said then. */
    void knownAtSeesNoFuture() {
        var symbol = range.symbols().get(1);
        var last = TradingCalendar.of("NYSE").sessionsBefore(range.last(), 0);
        var first = TradingCalendar.of("NYSE").sessionsBefore(last, 1);
        new BackTest(site, lake, clock, says, symbol).seesNoFuture(first, last, replay(Disturbance.none(says)));
    }

    /** Falsified rows are named. */
    void falsifiedIsNoticed() {
        new Tampering(lake, site.endpoints(), spill()).on(symbol(), range.first());
        var found = replay(day(Purpose.VERIFY), Disturbance.none(says));
        requireNamed(found, "silver.bars", "close");
        requireNamed(found, "gold.indicators", "the replay yields it");
        requireNamed(found, "gold.alerts", "tampered");
        says.accept("falsified: " + found.differences().getFirst());
    }

    /** A replay that writes puts exactly them right, and finds nothing more afterwards. */
    void falsifiedIsPutRight() {
        requireLine(
                replay(day(Purpose.REWRITE), Disturbance.none(says)),
                "2 rows written and 1 withdrawn on 1 trade date,");
        requireLine(replay(day(Purpose.REWRITE), Disturbance.none(says)), "0 rows written and 0 withdrawn");
        requireLine(replay(day(Purpose.VERIFY), Disturbance.none(says)), "equals the lake");
    }

    /** An event beyond the depth waits in the queue, is taken up once, and then stands in the lake. */
    void correctionBeyondTheDepthIsTakenUp() {
        var correction = new LateCorrection(lake, site.endpoints(), spill());
        correction.publish(symbol(), range.first(), clock.instant());
        long giveUpAt = System.nanoTime() + LAKE_PATIENCE.toNanos();
        while (!queued().startsWith("queue: 1 events")) {
            if (System.nanoTime() - giveUpAt > 0) {
                throw new ProofFailed("an event beyond the depth never waited for a job");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        if (correction.inLake() != 1) {
            throw new ProofFailed("after its job the corrected bar is " + correction.inLake() + " times in the lake");
        }
        if (!queued().startsWith("queue: 0 events")) {
            throw new ProofFailed("an event that was taken up waits again");
        }
        requireLine(replay(beforeLive(), Disturbance.none(says)), "equals the lake");
    }

    /** The corrected date and what rests on it, as far as it is not live's. */
    private ReplayRequest beforeLive() {
        var live = TradingCalendar.of("NYSE").sessionsBefore(range.last(), LIVE_SESSIONS - 1);
        return new ReplayRequest(
                range.first(), live.minusDays(1), List.of(symbol()), Source.BRONZE, Purpose.VERIFY, 1, 0);
    }

    private String queued() {
        var watcher = Disturbance.none(says);
        var line = new QueuedJobs(site, lake, replay(watcher), watcher).run(1, 0);
        says.accept(line);
        return line;
    }

    private ReplayRequest day(Purpose purpose) {
        return new ReplayRequest(range.first(), range.first(), List.of(symbol()), Source.BRONZE, purpose, 1, 0);
    }

    private String symbol() {
        return range.symbols().getFirst();
    }

    private Path spill() {
        return site.data().root().resolve("spill");
    }

    private Report replay(ReplayRequest request, Progress progress) {
        return replay(progress).begin(request);
    }

    private Replay replay(Progress progress) {
        return new Replay(site, lake, clock, progress);
    }

    private static void requireNamed(Report report, String table, String what) {
        if (report.differences().stream().noneMatch(line -> line.startsWith(table) && line.contains(what))) {
            throw new ProofFailed("a falsified row of " + table + " goes unnoticed: " + report.differences());
        }
    }

    private void requireLine(Report report, String what) {
        says.accept(report.line());
        if (!report.holds() || !report.line().contains(what)) {
            throw new ProofFailed("expected '" + what + "', found: " + report.line() + "\n  "
                    + String.join("\n  ", report.differences()));
        }
    }
}
