package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One run of a latency bench over a suite whose stream processor is up:
 *
 * <pre>
 *   warm-up | window, measured | killed .. back | restarted .. back | all through, checked
 *   -------------- published at one rate throughout ---------------
 * </pre>
 *
 * After each of them it catches up before the next begins, so that none pays for the one before.
 */
final class LatencyRun {
    /** For what follows from the bars seen last, and to see that they go on coming. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final Duration HEAD_START = Duration.ofMillis(500);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Rig rig;
    private final SteadyLoad load;
    private final LatencyPlan plan;
    private final Machine machine;
    private final Consumer<String> says;
    private final SuiteWait wait;
    private final Pace pace;

    LatencyRun(Rig rig, SteadyLoad load, LatencyPlan plan, Machine machine, Consumer<String> says) {
        this.rig = rig;
        this.load = load;
        this.plan = plan;
        this.machine = machine;
        this.says = says;
        this.wait = new SuiteWait(rig.suite());
        this.pace = new Pace(System.nanoTime() + HEAD_START.toNanos(), plan.rate());
    }

    /** @throws dev.marketlake.proofs.claim.ProofFailed where the answer is wrong */
    LatencyFigures measure() {
        var published = new Published(rig.watch().offsets().topicId(Topics.RAW.name()));
        var sightings = new Sightings(load, published);
        try (var reader = new CommittedReader(rig.suite().endpoints(), sightings);
                var publisher = new PacedPublisher(rig.load(), load, pace, published)) {
            reader.start();
            publisher.start();
            says.accept("warming up");
            pass(Duration.ofNanos(pace.due(plan.warmUpEvents()) - System.nanoTime()), publisher);
            catchUp(reader, publisher);
            var use = window(publisher);
            catchUp(reader, publisher);
            var away = new Away(rig, reader, wait);
            says.accept("killing the stream processor and starting it again");
            var killed = away.afterKill();
            catchUp(reader, publisher);
            says.accept("restarting the stream processor");
            var restarted = away.afterRestart();
            catchUp(reader, publisher);
            long sent = publisher.finish();
            says.accept("checking the answer");
            awaitAll(sent, reader);
            reader.close();
            reader.through();
            var sighted = sightings.all(sent);
            checkLedger(sent);
            return figures(sighted, use, killed, restarted);
        }
    }

    /** Waits until bars keep up with what is published, but not for ever: where they never do, the figures say so. */
    private void catchUp(CommittedReader reader, PacedPublisher publisher) {
        long giveUpAt = System.nanoTime() + LatencyPlan.PATIENCE.toNanos();
        long closely = plan.rate() * LatencyFigures.P99_TARGET.toMillis() / 1_000;
        wait.until(
                "catching up",
                FOR_EVER,
                () -> reader.through() >= publisher.sent() - closely || System.nanoTime() - giveUpAt > 0);
        pass(REST, publisher);
    }

    private WindowUse window(PacedPublisher publisher) {
        says.accept("measuring for " + plan.window() + " s");
        publisher.behind();
        var before = WindowUse.Moment.of(rig.suite(), publisher.sent());
        pass(Duration.ofSeconds(plan.window()), publisher);
        var after = WindowUse.Moment.of(rig.suite(), publisher.sent());
        return WindowUse.between(before, after, publisher.behind());
    }

    private LatencyFigures figures(Sighted sighted, WindowUse use, Away.Gap killed, Away.Gap restarted) {
        return new LatencyFigures(
                plan,
                machine,
                use,
                sighted.barLatencies(pace, use.from(), use.to()),
                sighted.alertLatencies(pace, use.from(), use.to()),
                sighted.rollUpLatencies(pace, use.from(), use.to()),
                new LatencyFigures.Absence(killed, late(sighted, killed, restarted.began())),
                new LatencyFigures.Absence(restarted, late(sighted, restarted, Long.MAX_VALUE)),
                new LatencyFigures.Answer(
                        sighted.events(),
                        sighted.alerts().size(),
                        sighted.rollUps().size()));
    }

    private Duration late(Sighted sighted, Away.Gap gap, long until) {
        return sighted.late(pace, gap.began(), until, LatencyFigures.P99_TARGET);
    }

    private void pass(Duration time, PacedPublisher publisher) {
        long began = System.nanoTime();
        wait.until(
                "time to pass", FOR_EVER, () -> publisher.sent() >= 0 && System.nanoTime() - began >= time.toNanos());
    }

    /** What has not come by then is named by the check. */
    private void awaitAll(long sent, CommittedReader reader) {
        long began = System.nanoTime();
        wait.until(
                "every bar",
                LatencyPlan.PATIENCE.multipliedBy(2),
                () -> reader.through() >= sent || System.nanoTime() - began > LatencyPlan.PATIENCE.toNanos());
        wait.until(
                "the ledger to account for every raw record",
                LatencyPlan.PATIENCE,
                () -> rig.watch().passage().deriving().isEmpty());
    }

    private void checkLedger(long sent) {
        var differences = new Differences();
        differences.unlessEqual("ledger", new LedgerTotals(sent, 0, 0, 0, 0, 0), rig.ledger());
        differences.requireNone("the answer");
    }
}
