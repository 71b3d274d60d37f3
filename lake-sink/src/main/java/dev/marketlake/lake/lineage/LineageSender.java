package dev.marketlake.lake.lineage;

import dev.marketlake.lake.lineage.LineageMeters.Drop;
import dev.marketlake.lake.lineage.LineageServer.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells commits to a server from a thread of its own: who commits leaves the fact in a queue and goes on. A server that is away or slow
 * fills the queue; what comes then is dropped and counted, and said once until the server has taken all that waited.
 */
public final class LineageSender implements Lineage, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineageSender.class);
    private static final int MOST_TRIES = 5;
    private static final String ENDING = "the sink ends and does not wait any longer";
    private static final Duration LOOK = Duration.ofMillis(200);

    private final LineageEvents events;
    private final LineageServer server;
    private final LineageMeters meters;
    private final Duration patience;
    private final Duration firstPause;
    private final BlockingQueue<Commit> waiting;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicBoolean said = new AtomicBoolean();
    private final Thread thread;

    /**
     * Starts the thread.
     *
     * @param firstPause before an event is tried again; twice as long each time
     * @param patience how long closing waits for what is still in the queue
     */
    public LineageSender(
            LineageSettings settings,
            LineageEvents events,
            MeterRegistry registry,
            Duration firstPause,
            Duration patience) {
        this.events = events;
        this.server = new LineageServer(settings);
        this.meters = new LineageMeters(registry);
        this.firstPause = firstPause;
        this.patience = patience;
        this.waiting = new ArrayBlockingQueue<>(settings.queue());
        registry.gauge("marketlake.lineage.waiting", waiting, BlockingQueue::size);
        this.thread = Thread.ofPlatform().name("lineage").daemon(true).start(this::run);
    }

    @Override
    public void committed(Commit commit) {
        if (closing.getCount() == 0 || !waiting.offer(commit)) {
            drop(Drop.FULL, 1, waiting.size() + " events are waiting to be sent");
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0 || !waiting.isEmpty()) {
                Commit next = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    tell(next);
                }
            }
        } catch (InterruptedException e) {
            // The end, in the middle of an event.
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Commit commit) throws InterruptedException {
        String event;
        try {
            event = events.json(commit);
        } catch (RuntimeException fault) {
            drop(Drop.REFUSED, 1, "a fault of the sink itself: " + fault);
            return;
        }
        Duration pause = firstPause;
        for (int tried = 1; ; tried++) {
            switch (sent(event)) {
                case Answer.Taken taken -> {
                    meters.sent();
                    if (waiting.isEmpty() && said.getAndSet(false)) {
                        LOG.info("lineage events are taken again");
                    }
                    return;
                }
                case Answer.Refused refused -> {
                    drop(Drop.REFUSED, 1, refused.reason());
                    return;
                }
                case Answer.Absent absent -> {
                    if (tried == MOST_TRIES || closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        drop(Drop.UNANSWERED, 1, absent.reason());
                        return;
                    }
                    pause = pause.multipliedBy(2);
                }
            }
        }
    }

    private Answer sent(String event) throws InterruptedException {
        try {
            return server.send(event);
        } catch (InterruptedException e) {
            drop(Drop.UNANSWERED, 1, ENDING);
            throw e;
        }
    }

    private void drop(Drop why, long count, String reason) {
        meters.dropped(why, count);
        if (!said.getAndSet(true)) {
            LOG.warn(
                    "lineage events are dropped, which marketlake_lineage_dropped_total counts: {}. Commits go on",
                    reason);
        }
    }

    /** Sends what is left, each once, as long as the patience lasts; the rest is dropped. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
                thread.join(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiting.isEmpty()) {
            drop(Drop.UNANSWERED, waiting.size(), ENDING);
        }
        server.close();
    }
}
