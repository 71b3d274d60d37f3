package dev.marketlake.ingest;

import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.publish.Destination;
import dev.marketlake.reach.Reach;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;

/**
 * The life of the service. Waits for broker and registry, telling what it waits for, with the web server up and readiness DOWN; then
 * polls. A stop ends the waiting or the polling and lets the producer finish, before the producer is closed.
 */
final class IngestRun implements ApplicationRunner, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(IngestRun.class);
    private static final int TRIES_PER_MESSAGE = 5;

    private final Destination destination;
    private final IngestPipeline pipeline;
    private final Runnable endProcess;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /** @param endProcess ends the process with a non-zero exit code, so that whoever runs it starts it again */
    IngestRun(Destination destination, IngestPipeline pipeline, Runnable endProcess) {
        this.destination = destination;
        this.pipeline = pipeline;
        this.endProcess = endProcess;
    }

    /** @throws dev.marketlake.config.InvalidConfig where waiting will not help; the program then ends */
    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        for (int tries = 0; stopped.getCount() > 0; tries++) {
            switch (destination.prepare()) {
                case Reach.Reached reached -> {
                    LOG.info("publishing with the schema registry at {}", reached.detail());
                    startPolling();
                    return;
                }
                case Reach.Unreached unreached -> {
                    if (tries % TRIES_PER_MESSAGE == 0) {
                        LOG.warn("waiting: {}", unreached.reason());
                    }
                    stopped.await(1, TimeUnit.SECONDS);
                }
            }
        }
    }

    private synchronized void startPolling() {
        if (stopped.getCount() > 0) {
            pipeline.start(endProcess);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        try {
            pipeline.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
