package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.sink.Feed.Placement;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one topic into one table. Each turn polls, takes what came into the batch, and commits the batch when it is due; positions live
 * in the table's log alone.
 *
 * <p>The store or the registry not answering makes it wait, for ever if need be: offsets stay, the batch stays, it remains in its group.
 * What waiting cannot mend halts it. One thread runs it; {@link #status()} and {@link #stop()} are for any.
 */
final class TableSink implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TableSink.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final Feed feed;
    private final Intake intake;
    private final Committer committer;
    private final FlushRule rule;
    private final InstantSource clock;
    private final StatusBoard board;
    private final Patience patience = new Patience();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Batch batch = new Batch();
    private SinkState state = new SinkState.Waiting("starting", Instant.EPOCH);
    private @Nullable AfterFlush afterFlush;

    /** What has to happen once the rows taken so far are in the table. */
    sealed interface AfterFlush {
        /** Records have more fields: widen the table. */
        record Widen(TableRows rows) implements AfterFlush {}

        /** Nothing more can be taken. */
        record Halt(String reason) implements AfterFlush {}

        /** Kafka does not have the next offset any more: ask the log again. */
        record Replace() implements AfterFlush {}
    }

    TableSink(Feed feed, Intake intake, Committer committer, FlushRule rule, InstantSource clock) {
        this.name = committer.rows().table().name();
        this.feed = feed;
        this.intake = intake;
        this.committer = committer;
        this.rule = rule;
        this.clock = clock;
        this.board = new StatusBoard(name);
    }

    /** What this sink last said about itself. */
    TableStatus status() {
        return board.status();
    }

    /** Asks it to commit what it has and end. */
    void stop() {
        stopping.set(true);
        feed.wake();
    }

    @Override
    public void run() {
        try (feed) {
            while (!stopping.get() && !(state instanceof SinkState.Halted)) {
                turn();
            }
            if (stopping.get()) {
                lastFlush();
            }
        } catch (RuntimeException e) {
            LOG.error("{} halted by a fault of the sink itself", name, e);
            halt("a fault of the sink itself, see its log: " + e);
        }
        board.show(committer.state(), batch, state);
    }

    /** One round: poll, take, commit where due, tell. */
    void turn() {
        step();
        board.show(committer.state(), batch, state);
    }

    private void step() {
        try {
            ConsumerRecords<byte[], byte[]> polled = feed.poll(POLL);
            if (state instanceof SinkState.Waiting waiting && clock.instant().isBefore(waiting.until())) {
                return;
            }
            if (feed.isParked()) {
                place();
            } else {
                take(polled);
                flushWhereDue();
            }
            proceed();
        } catch (WakeupException e) {
            // stop() was called.
        } catch (InvalidOffsetException e) {
            // What was read is still good; then the log decides.
            feed.pause();
            afterFlush = new AfterFlush.Replace();
        } catch (StoreFailure | KafkaException e) {
            await(String.valueOf(e.getMessage()));
        }
    }

    private void place() throws StoreFailure {
        batch = new Batch();
        committer.forget();
        afterFlush = null;
        if (committer.state().isEmpty()) {
            Optional<String> incompatible = committer.open(committer.rows());
            if (incompatible.isPresent()) {
                halt(incompatible.get());
                return;
            }
        }
        TableState latest = committer.refresh();
        switch (feed.place(latest::watermark)) {
            case Placement.Placed placed -> {
                batch = placed.batch();
                LOG.info("{} goes on at version {} with {}", name, latest.version(), batch);
            }
            case Placement.Impossible impossible -> halt(impossible.reason());
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty() || afterFlush != null || committer.isUnresolved()) {
            return;
        }
        try {
            Optional<AfterFlush> obstacle = intake.take(polled, committer.rows(), batch);
            if (obstacle.isPresent()) {
                afterFlush = obstacle.get();
                feed.rewind(batch);
            } else {
                feed.settle(batch, clock.instant());
            }
        } catch (KafkaException e) {
            feed.rewind(batch);
            throw e;
        }
    }

    private void flushWhereDue() throws StoreFailure {
        boolean due = afterFlush != null || rule.isDue(batch, clock.instant());
        if (committer.isUnresolved() || (due && !batch.progress().isEmpty())) {
            flush();
        }
        if (afterFlush != null && !feed.isParked() && !committer.isUnresolved()) {
            goOn(afterFlush);
        }
    }

    private void flush() throws StoreFailure {
        if (!committer.isUnresolved() && !feed.isStillTheTopicOf(batch)) {
            LOG.warn(
                    "{}: its topic was made anew; {} rows of the old one were not committed yet",
                    name,
                    batch.changes());
            feed.park();
            return;
        }
        switch (committer.commit(batch)) {
            case LANDED -> {
                board.committed(clock.instant());
                batch = batch.following();
                feed.showProgress(batch);
            }
            case DROP -> {
                LOG.warn("{}: another writer was faster; {} rows are read again", name, batch.changes());
                feed.park();
            }
            case UNKNOWN -> throw new StoreFailure.Unavailable("the store does not say whether a commit landed", null);
        }
    }

    private void goOn(AfterFlush next) throws StoreFailure {
        switch (next) {
            case AfterFlush.Halt halt -> halt(halt.reason());
            case AfterFlush.Replace replace -> feed.park();
            case AfterFlush.Widen widen -> committer.open(widen.rows()).ifPresent(this::halt);
        }
        afterFlush = null;
    }

    private void proceed() {
        if (state instanceof SinkState.Waiting) {
            LOG.info("{} goes on", name);
            state = new SinkState.Running();
        }
        patience.reset();
        feed.resume();
    }

    private void await(String reason) {
        Instant until = clock.instant().plus(patience.next());
        LOG.warn("{} waits: {}", name, reason);
        state = new SinkState.Waiting(reason, until);
        feed.pause();
    }

    private void halt(String reason) {
        LOG.error("{} is halted: {}", name, reason);
        state = new SinkState.Halted(reason);
    }

    /** One try: what does not get in is read again by whoever comes next. */
    private void lastFlush() {
        try {
            if (!feed.isParked() && !batch.progress().isEmpty() && committer.commit(batch) == Committer.Result.LANDED) {
                batch = batch.following();
                board.committed(clock.instant());
            }
        } catch (StoreFailure | KafkaException e) {
            LOG.warn("{}: {} rows were not committed at the end: {}", name, batch.changes(), e.getMessage());
        }
    }
}
