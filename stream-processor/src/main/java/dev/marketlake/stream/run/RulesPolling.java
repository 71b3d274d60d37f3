package dev.marketlake.stream.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the alert rules every second while the service runs. */
final class RulesPolling implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RulesPolling.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Runnable look;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread poller;

    RulesPolling(Runnable look) {
        this.look = look;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::poll, "alert-rules");
        thread.setDaemon(true);
        poller = thread;
        thread.start();
    }

    private void poll() {
        try {
            while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.error("The alert rules could not be looked at; those in force stay", e);
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        poller = null;
    }

    @Override
    public boolean isRunning() {
        return poller != null;
    }
}
