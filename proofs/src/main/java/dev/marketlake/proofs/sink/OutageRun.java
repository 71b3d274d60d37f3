package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.sink.OutageFigures.Survived;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A sink process whose store is away, full, or knows it no more for a while: its readiness has to tell, and afterwards it has to catch up
 * and be ready again by itself. Where every answer takes two seconds it has to go on as it is.
 */
public final class OutageRun {
    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration LATENCY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RECORDS = 10;

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder @param says told how far it has come */
    public OutageRun(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    private enum Outage {
        DOWN("down", (method, path) -> Fault.REQUEST_LOST),
        FULL("full", (method, path) -> method.equals("PUT") ? Fault.REFUSED_507 : Fault.NONE),
        DENIED("refusing the credentials", (method, path) -> Fault.REFUSED_403);

        private final String words;
        private final BiFunction<String, String, Fault> weather;

        Outage(String words, BiFunction<String, String, Fault> weather) {
            this.words = words;
            this.weather = weather;
        }
    }

    /** Runs it. @param length of each outage @throws ProofFailed where something is lost, not told or not mended */
    public OutageFigures run(Duration length) {
        try (var ground = SinkGround.start(home, work);
                var store = MinioObjectStore.of(ground.bucket());
                var quotes = new RawQuotes(ground);
                var sink = SinkProcess.start(home, ground, "sink", SESSION, work.resolve("sink.log"))) {
            var bronze = BronzeRows.of(store, clock);
            List<Survived> survived = new ArrayList<>();
            for (var outage : Outage.values()) {
                survived.add(new Survived(outage.words, length, through(outage, length, sink, quotes, bronze)));
            }
            var slow = slow(sink, quotes, bronze);
            return new OutageFigures(
                    survived, LATENCY, slow, bronze.require(quotes).rows());
        }
    }

    private Duration through(Outage outage, Duration length, SinkProcess sink, RawQuotes quotes, BronzeRows bronze) {
        says.accept("the store is " + outage.words + " for " + length.toSeconds() + " s");
        var wait = new SinkWait(sink);
        sink.meets(outage.weather);
        long began = System.nanoTime();
        quotes.publish(RECORDS);
        wait.until("the sink to tell that the store is " + outage.words, PATIENCE, () -> !sink.isReady());
        wait.until("the end of the outage", PATIENCE.plus(length), () -> {
            quotes.publish(1);
            return System.nanoTime() - began > length.toNanos();
        });
        if (bronze.isPast(quotes)) {
            throw new ProofFailed("rows were committed while the store was " + outage.words);
        }
        sink.meets((method, path) -> Fault.NONE);
        return timed(wait, "the sink to catch up", () -> bronze.isPast(quotes) && sink.isReady());
    }

    private Duration slow(SinkProcess sink, RawQuotes quotes, BronzeRows bronze) {
        says.accept("each answer takes " + LATENCY.toSeconds() + " s");
        sink.meets((method, path) -> {
            SinkWait.pause(LATENCY);
            return Fault.NONE;
        });
        quotes.publish(RECORDS);
        var wait = new SinkWait(sink);
        var time = timed(wait, "the rows", () -> bronze.isPast(quotes));
        sink.meets((method, path) -> Fault.NONE);
        wait.until("the sink to be ready", PATIENCE, sink::isReady);
        return time;
    }

    private static Duration timed(SinkWait wait, String what, BooleanSupplier holds) {
        long began = System.nanoTime();
        wait.until(what, PATIENCE, holds);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
