package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.proofs.claim.ProofFailed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Takes the stream processor away and starts it again at once, and times how long nothing new is committed. */
record Away(Rig rig, CommittedReader reader, SuiteWait waiting) {

    /**
     * How long it was away.
     *
     * @param began nanoseconds of {@link System#nanoTime()}
     * @param down from then until its process had ended
     * @param first from {@code began} until a reader of committed records had the first one of its successor
     */
    record Gap(long began, Duration down, Duration first) {}

    /** Ends it as a crash would. */
    Gap afterKill() {
        return after(suite -> suite.kill(Component.STREAM));
    }

    /** Asks it to leave. */
    Gap afterRestart() {
        return after(suite -> suite.stop(Component.STREAM));
    }

    private Gap after(Consumer<Suite> end) {
        long began = System.nanoTime();
        end.accept(rig.suite());
        long down = System.nanoTime();
        // What the old process wrote, committed or not, lies before these offsets.
        var first = reader.firstFrom(rig.watch().offsets().ends(CommittedReader.TOPICS));
        var start = new CompletableFuture<Void>();
        new Thread(() -> start(start), "start-stream").start();
        waiting.until("a committed record of the stream processor's next life", LatencyPlan.PATIENCE, () -> {
            reader.through();
            return first.isDone() || start.isCompletedExceptionally();
        });
        waiting.until("the stream processor to be ready", LatencyPlan.PATIENCE, start::isDone);
        if (start.isCompletedExceptionally()) {
            throw new ProofFailed("the stream processor did not come back", start.exceptionNow());
        }
        return new Gap(began, Duration.ofNanos(down - began), Duration.ofNanos(first.join() - began));
    }

    private void start(CompletableFuture<Void> done) {
        try {
            rig.suite().restart(Component.STREAM);
            done.complete(null);
        } catch (RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }
}
