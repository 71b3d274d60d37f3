package dev.marketlake.lake.sink;

import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How one sink is doing, and when it may try again. For one thread. */
final class Condition {
    private static final Logger LOG = LoggerFactory.getLogger(TableSink.class);

    private final String table;
    private final InstantSource clock;
    private final Patience patience = new Patience();
    private SinkState state = new SinkState.Waiting("starting", Instant.EPOCH);

    Condition(String table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    SinkState state() {
        return state;
    }

    boolean isHalted() {
        return state instanceof SinkState.Halted;
    }

    /** Whether it waits and it is too early to ask again. */
    boolean isTooEarly() {
        return state instanceof SinkState.Waiting waiting && clock.instant().isBefore(waiting.until());
    }

    /** Whether a quality check keeps it from publishing. */
    boolean isHeld() {
        return state instanceof SinkState.Held;
    }

    void hold(String reason) {
        if (!isHeld()) {
            LOG.warn("{} is held: {}", table, reason);
        }
        state = new SinkState.Held(reason);
    }

    /** What was held is in the table, or is to be read again. */
    void release() {
        if (isHeld()) {
            LOG.info("{} is published again", table);
            state = new SinkState.Running();
        }
    }

    /** All answered. */
    void goOn() {
        if (state instanceof SinkState.Waiting) {
            LOG.info("{} goes on", table);
            state = new SinkState.Running();
        }
        patience.reset();
    }

    /** Something does not answer; each time in a row it is left alone for longer. */
    void await(String reason) {
        LOG.warn("{} waits: {}", table, reason);
        state = new SinkState.Waiting(reason, clock.instant().plus(patience.next()));
    }

    void halt(String reason) {
        LOG.error("{} is halted: {}", table, reason);
        state = new SinkState.Halted(reason);
    }
}
