package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.TableGone;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.sink.Committer.Result;
import dev.marketlake.lake.sink.Feed.Placement;
import dev.marketlake.lake.store.StoreFailure;
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
    /** A held batch is audited again after so long, sooner where it has grown: a correction may be in it. */
    private static final Duration AUDIT_AGAIN = Duration.ofSeconds(30);

    private static final Duration AUDIT_GROWN = Duration.ofSeconds(5);

    private final String name;
    private final Feed feed;
    private final Intake intake;
    private final Committer committer;
    private final FlushRule rule;
    private final InstantSource clock;
    private final StatusBoard board;
    private final Condition condition;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Batch batch = new Batch();
    private @Nullable AfterFlush afterFlush;
    private boolean stuckAtRecord;
    private Retry retry = Retry.NONE;

    /** When a batch that is held is audited again, and with how many changes it was audited last. */
    private record Retry(long changes, Instant whenGrown, Instant atLatest) {
        static final Retry NONE = new Retry(0, Instant.EPOCH, Instant.EPOCH);

        boolean isDue(Batch batch, Instant now) {
            return !now.isBefore(atLatest) || (batch.changes() > changes && !now.isBefore(whenGrown));
        }
    }

    TableSink(Feed feed, Intake intake, Committer committer, FlushRule rule, InstantSource clock) {
        this.name = committer.rows().table().name();
        this.feed = feed;
        this.intake = intake;
        this.committer = committer;
        this.rule = rule;
        this.clock = clock;
        this.board = new StatusBoard(name);
        this.condition = new Condition(name, clock);
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
            while (!stopping.get() && !condition.isHalted()) {
                turn();
            }
            if (stopping.get()) {
                lastFlush();
            }
        } catch (Throwable e) {
            // Also an Error: a thread that dies of one must not look as if it ran.
            LOG.error("{} halted by a fault of the sink itself", name, e);
            condition.halt(Fault.of(e));
        }
        board.show(committer.state(), batch, condition.state());
    }

    /** One round: poll, take, commit where due, tell. */
    void turn() {
        step();
        board.show(committer.state(), batch, condition.state());
    }

    private void step() {
        try {
            ConsumerRecords<byte[], byte[]> polled = feed.poll(POLL);
            if (condition.isTooEarly()) {
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
        } catch (TableGone e) {
            condition.halt(String.valueOf(e.getMessage()));
        } catch (StoreFailure | KafkaException e) {
            condition.await(String.valueOf(e.getMessage()));
            feed.pause();
        }
    }

    private void place() throws StoreFailure {
        batch = new Batch();
        afterFlush = null;
        stuckAtRecord = false;
        retry = Retry.NONE;
        Optional<String> incompatible = committer.catchUp();
        if (incompatible.isPresent()) {
            condition.halt(incompatible.get());
            return;
        }
        TableState latest = committer.state().orElseThrow();
        switch (feed.place(latest::watermark)) {
            case Placement.Placed placed -> {
                batch = placed.batch();
                condition.release();
                LOG.info("{} goes on at version {} with {}", name, latest.version(), batch);
                placed.gaps().forEach(gap -> LOG.warn("{} begins without {}: Kafka no longer has them", name, gap));
            }
            case Placement.Impossible impossible -> condition.halt(impossible.reason());
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled) {
        if (afterFlush != null || committer.isUnresolved() || isHeldFull()) {
            return;
        }
        Optional<AfterFlush> obstacle;
        try {
            obstacle = intake.take(polled, committer.rows(), batch);
        } catch (KafkaException e) {
            stuckAtRecord = true;
            feed.rewind(batch);
            throw e;
        }
        stuckAtRecord &= polled.isEmpty();
        if (obstacle.isPresent()) {
            afterFlush = obstacle.get();
            feed.rewind(batch);
        } else {
            // Also after an empty poll: it may have stepped over the marks of transactions.
            feed.settle(batch, clock.instant());
        }
    }

    private void flushWhereDue() throws StoreFailure {
        boolean due = afterFlush != null || rule.isDue(batch, condition.isHeld() ? 0 : feed.lag(), clock.instant());
        boolean mayAsk = !condition.isHeld() || retry.isDue(batch, clock.instant());
        if (committer.isUnresolved() || (due && mayAsk && !batch.progress().isEmpty())) {
            flush();
        }
        if (afterFlush != null && !feed.isParked() && !committer.isUnresolved() && !condition.isHeld()) {
            goOn(afterFlush);
        }
    }

    private void flush() throws StoreFailure {
        if (!isOfThisTopic()) {
            LOG.warn(
                    "{}: its topic was made anew; {} rows of the old one were not committed yet",
                    name,
                    batch.changes());
            feed.park();
            return;
        }
        switch (committer.commit(batch)) {
            case Result.Landed landed -> {
                board.committed(clock.instant());
                condition.release();
                batch = batch.following();
                feed.showProgress(batch);
            }
            case Result.Overtaken lost -> {
                LOG.warn("{}: another writer was faster; {} rows are read again", name, batch.changes());
                feed.park();
            }
            case Result.Held held -> {
                Instant now = clock.instant();
                retry = new Retry(batch.changes(), now.plus(AUDIT_GROWN), now.plus(AUDIT_AGAIN));
                condition.hold(held.reason());
            }
            case Result.Unknown unknown -> throw new StoreFailure.Unavailable(unknown.reason(), null);
            case Result.Hopeless hopeless -> condition.halt(hopeless.reason());
        }
    }

    /** A commit that may have landed already is asked for whatever became of the topic; a new one is not begun. */
    private boolean isOfThisTopic() {
        return committer.isUnresolved() || feed.isStillTheTopicOf(batch);
    }

    private void goOn(AfterFlush next) throws StoreFailure {
        switch (next) {
            case AfterFlush.Halt halt -> condition.halt(halt.reason());
            case AfterFlush.Replace replace -> feed.park();
            case AfterFlush.Widen widen -> committer.open(widen.rows()).ifPresent(condition::halt);
        }
        afterFlush = null;
    }

    private void proceed() {
        // A record that cannot be decoded yet is polled again first: until it is in, nothing is well.
        if (!stuckAtRecord) {
            condition.goOn();
        }
        if (isHeldFull()) {
            feed.pause();
        } else {
            feed.resume();
        }
    }

    /** Whether rows wait for a check to pass, and there are so many that no more may be read. */
    private boolean isHeldFull() {
        return condition.isHeld() && rule.isFull(batch);
    }

    /** One try: what does not get in is read again by whoever comes next. */
    private void lastFlush() {
        try {
            if (!feed.isParked()
                    && !batch.progress().isEmpty()
                    && isOfThisTopic()
                    && committer.commit(batch) instanceof Result.Landed) {
                batch = batch.following();
                board.committed(clock.instant());
            }
        } catch (StoreFailure | KafkaException | TableGone e) {
            LOG.warn("{}: {} rows were not committed at the end: {}", name, batch.changes(), e.getMessage());
        }
    }
}
