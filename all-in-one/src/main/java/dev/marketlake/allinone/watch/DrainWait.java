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
    private @Nullable Passage through;
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
     * Looks once; empty while something is on its way. Only two looks in a row that see the same count: the partitions of one
     * transaction become visible one after the other.
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
                case Drainage.Through drained -> secondTime(passage, drained);
            };
        } catch (BrokerSilent silent) {
            return stillWaiting("the broker: " + silent.getMessage());
        }
    }

    private Optional<Drained> secondTime(Passage passage, Drainage.Through drained) {
        if (!passage.equals(through)) {
            through = passage;
            return stillWaiting("a second look to see the same");
        }
        return Optional.of(new Drained(drained.ingest(), watch.figures(), watch.ledgerTotals()));
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
