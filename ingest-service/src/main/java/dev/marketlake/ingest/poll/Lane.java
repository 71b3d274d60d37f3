package dev.marketlake.ingest.poll;

import dev.marketlake.ingest.guard.GuardedProvider;
import dev.marketlake.ingest.publish.Outbox;
import dev.marketlake.ingest.publish.Publishing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider's way from poll to topic: a thread that asks, an outbox, a thread that publishes. */
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final GuardedProvider provider;
    private final Rounds rounds;
    private final Progress progress;
    private final Outbox outbox;
    private final Publishing publishing;
    private @Nullable Thread asking;
    private @Nullable Thread sending;
    private boolean stopping;

    Lane(GuardedProvider provider, Rounds rounds, Progress progress, Outbox outbox, Publishing publishing) {
        this.provider = provider;
        this.rounds = rounds;
        this.progress = progress;
        this.outbox = outbox;
        this.publishing = publishing;
    }

    /** @param onBug run at most once per thread, when it ends by a bug; on a thread of its own, so that it may stop this lane */
    synchronized void start(Runnable onBug) {
        sending = thread("publish-", onBug).start(publishing);
        asking = thread("poll-", onBug).start(rounds);
    }

    /** Makes no further request. */
    synchronized void stopAsking() throws InterruptedException {
        stopping = true;
        if (asking != null) {
            asking.interrupt();
            asking.join();
        }
    }

    /** Waits for what was fetched to be acknowledged, at most {@code patience}, and ends. */
    synchronized void drain(Duration patience) throws InterruptedException {
        if (sending == null) {
            return;
        }
        int left = publishing.drain(sending.isAlive() ? patience : Duration.ZERO);
        sending.interrupt();
        sending.join();
        if (left > 0) {
            LOG.warn(
                    "{}: {} observations were never acknowledged; bars are fetched again after the next start",
                    provider.source(),
                    left);
        }
    }

    /** Whether a thread has ended that should run: only a bug does that, and only a restart mends it. */
    public synchronized boolean isDead() {
        return !stopping
                && asking != null
                && sending != null
                && (!sending.isAlive() || !asking.isAlive() && !progress.isDone());
    }

    private Thread.Builder.OfVirtual thread(String role, Runnable onBug) {
        return Thread.ofVirtual().name(role + provider.source()).uncaughtExceptionHandler((thread, bug) -> {
            LOG.error("{} has ended by a bug", thread.getName(), bug);
            Thread.ofPlatform().name("on-bug").start(onBug);
        });
    }

    public GuardedProvider provider() {
        return provider;
    }

    Progress progress() {
        return progress;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Publishing publishing() {
        return publishing;
    }
}
