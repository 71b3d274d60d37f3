package dev.marketlake.lake.star;

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

    /** Deriving takes at most so much of the time, as one in so many. */
    private static final int SHARE = 5;
    /** But it is done in so many times the time there is to be between two. */
    private static final int MOST = 10;

    private final Star star;
    private final Duration every;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Optional<String> trouble = Optional.empty();
    private volatile BooleanSupplier elected = () -> false;
    private Optional<Thread> thread = Optional.empty();

    public StarKeeper(Star star, Duration every) {
        this.star = star;
        this.every = every;
    }

    /** Begins; returns at once. @param election whether this process is the one */
    public void start(BooleanSupplier election) {
        elected = election;
        thread = Optional.of(Thread.ofPlatform().name("star").daemon(true).start(this::run));
    }

    private void run() {
        try {
            boolean last = false;
            long took = 0;
            while (!last) {
                long rest = Math.clamp(took * (SHARE - 1), every.toNanos(), every.toNanos() * MOST);
                last = closing.await(rest, TimeUnit.NANOSECONDS);
                if (elected.getAsBoolean()) {
                    long began = System.nanoTime();
                    derive();
                    took = System.nanoTime() - began;
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
