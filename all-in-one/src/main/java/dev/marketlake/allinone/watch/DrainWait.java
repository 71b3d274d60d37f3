package dev.marketlake.allinone.watch;

import dev.marketlake.allinone.suite.SuiteFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until all that was fetched is in the lake, as long as anything still moves. For one thread. */
public final class DrainWait {
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

    private final SuiteWatch watch;
    private final Clock clock;
    private @Nullable Passage before;
    private Instant movedAt;
    private String waitingFor = "a first look";

    public DrainWait(SuiteWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
        this.movedAt = clock.instant();
    }

    /** What is waited for, to follow "waiting for". */
    public String waitingFor() {
        return waitingFor;
    }

    /**
     * Looks once; empty while something is on its way.
     *
     * @throws SuiteFailure if it will not be over by itself: a table has halted, or nothing has moved for 5 minutes
     */
    public Optional<Drained> look() {
        try {
            var passage = watch.passage();
            noteMovement(passage);
            return switch (passage.drainage()) {
                case Drainage.Waiting waiting -> stillWaiting(waiting.what());
                case Drainage.Blocked blocked -> throw new SuiteFailure("Cannot drain: " + blocked.why());
                case Drainage.Through through ->
                    Optional.of(new Drained(through.ingest(), watch.figures(), watch.ledgerTotals()));
            };
        } catch (BrokerSilent silent) {
            return stillWaiting("the broker: " + silent.getMessage());
        }
    }

    private void noteMovement(Passage passage) {
        if (!passage.equals(before)) {
            before = passage;
            movedAt = clock.instant();
        }
    }

    private Optional<Drained> stillWaiting(String what) {
        waitingFor = what;
        if (Duration.between(movedAt, clock.instant()).compareTo(LONGEST_STANDSTILL) > 0) {
            throw new SuiteFailure("Cannot drain: nothing has moved for " + LONGEST_STANDSTILL.toMinutes()
                    + " minutes while waiting for " + what);
        }
        return Optional.empty();
    }
}
