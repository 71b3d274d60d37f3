package dev.marketlake.lake.star;

import dev.marketlake.lake.content.ReadingPace;
import dev.marketlake.lake.delta.TableGone;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the star schema up to date where this process is elected to; once more when it is closed. One thread runs it. */
public final class StarKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StarKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Star star;
    private final ReadingPace pace;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<String> trouble = Optional.empty();
    private volatile BooleanSupplier elected = () -> false;
    private Optional<Thread> thread = Optional.empty();

    public StarKeeper(Star star, Duration every) {
        this.star = star;
        this.pace = new ReadingPace(every);
    }

    /** Begins; returns at once. @param election whether this process is the one */
    public void start(BooleanSupplier election) {
        elected = election;
        thread = Optional.of(Thread.ofPlatform().name("star").daemon(true).start(this::run));
    }

    private void run() {
        try {
            boolean last = false;
            Duration took = Duration.ZERO;
            while (!last) {
                last = closing.await(pace.rest(took).toNanos(), TimeUnit.NANOSECONDS);
                if (elected.getAsBoolean()) {
                    long began = System.nanoTime();
                    derive();
                    took = Duration.ofNanos(System.nanoTime() - began);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void derive() {
        try {
            trouble = star.derive() ? Optional.empty() : Optional.of("another writer was faster");
        } catch (StoreFailure | TableGone e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            LOG.warn("the star schema waits: {}", e.getMessage());
        } catch (RuntimeException e) {
            trouble = Optional.of(e.toString());
            LOG.error("the star schema could not be derived and is tried again", e);
        }
    }

    /** Why the tables are not up to date; empty where they are, as far as this process knows. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Derives once more from what the tables hold now, and returns when that is done or the patience is over. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
