package dev.marketlake.stream.run;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.run.Failure.Fatal;
import dev.marketlake.stream.run.Failure.Passing;
import dev.marketlake.stream.run.StreamState.Failed;
import dev.marketlake.stream.run.StreamState.Started;
import dev.marketlake.stream.run.StreamState.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the topology as soon as broker and registry answer, and ends the process where it cannot go on. It begins before the application
 * context is up: see {@link HeadStart}. Safe for any thread.
 */
final class StreamsLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(20);

    private final StreamsStart start;
    private final Runnable endProcess;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile StreamState state = new Waiting("not started yet");
    private volatile boolean running;
    private volatile @Nullable KafkaStreams streams;

    /** @param endProcess ends the process with a non-zero exit code; called at most once, on a thread of its own */
    StreamsLifecycle(StreamsStart start, Runnable endProcess, Clock clock) {
        this.start = start;
        this.endProcess = endProcess;
        this.clock = clock;
    }

    StreamState state() {
        return state;
    }

    /** Begins to start, and returns at once. */
    void begin() {
        new Thread(this::startWhenReady, "streams-start").start();
    }

    /**
     * Returns as soon as the topology works, waits for something or has failed, or {@code longest} has passed; not any more once it was
     * stopped.
     */
    void awaitWork(Duration longest) {
        try {
            if (!settled.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Still {}", state);
            }
            if (stopping.getCount() == 0) {
                // The process is being ended: an application context would only fail to come up.
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The application context is up: from now on it can be closed. */
    @Override
    public synchronized void start() {
        running = true;
        if (state instanceof Failed) {
            end();
        }
    }

    private void startWhenReady() {
        try {
            while (!tryToStart()) {
                if (stopping.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InvalidConfig | ConfigException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("The topology could not be started", e);
            fail("The topology could not be started: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToStart() {
        String trouble = start.trouble().orElse("");
        if (trouble.isEmpty()) {
            try {
                run(start.prepare());
                return true;
            } catch (ConfigException e) {
                throw e;
            } catch (KafkaException e) {
                trouble = String.valueOf(e.getMessage());
            }
        }
        if (stopping.getCount() > 0) {
            LOG.warn("Waiting: {}", trouble);
        }
        state = new Waiting(trouble);
        settled.countDown();
        return false;
    }

    private synchronized void run(KafkaStreams prepared) {
        if (stopping.getCount() == 0) {
            prepared.close();
            return;
        }
        streams = prepared;
        prepared.setUncaughtExceptionHandler(this::handle);
        prepared.setStateListener((now, before) -> {
            LOG.info("Streams: {} -> {}", before, now);
            entered(now.name());
        });
        prepared.start();
    }

    private synchronized void entered(String streamsState) {
        if (!(state instanceof Failed)) {
            state = new Started(streamsState, clock.instant());
        }
        if (streamsState.equals("RUNNING")) {
            settled.countDown();
        }
    }

    private StreamThreadExceptionResponse handle(Throwable thrown) {
        return switch (Failure.of(thrown)) {
            case Passing passing -> {
                LOG.warn("A stream thread starts over from the last commit: {}", passing.message());
                yield StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            case Fatal fatal -> {
                LOG.debug("What ended the stream thread", thrown);
                fail(fatal.message());
                yield StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        };
    }

    private synchronized void fail(String message) {
        if (state instanceof Failed) {
            return;
        }
        state = new Failed(message);
        settled.countDown();
        LOG.error("Stopping: {}", message);
        if (running) {
            end();
        }
    }

    private void end() {
        new Thread(endProcess, "end-process").start();
    }

    @Override
    public void stop() {
        close(start.atEnd());
    }

    /** Stops for good: what it was to work on goes to the others of its group at once. */
    void giveUp() {
        close(GroupMembershipOperation.LEAVE_GROUP);
    }

    private void close(GroupMembershipOperation membership) {
        stopping.countDown();
        running = false;
        KafkaStreams left = taken();
        if (left != null) {
            start.unbind();
            left.close(CloseOptions.timeout(CLOSING).withGroupMembershipOperation(membership));
        }
    }

    private synchronized @Nullable KafkaStreams taken() {
        KafkaStreams left = streams;
        streams = null;
        return left;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
