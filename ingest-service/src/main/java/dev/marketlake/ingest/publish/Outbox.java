package dev.marketlake.ingest.publish;

import dev.marketlake.ingest.fetch.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Responses between the poll and the broker's acknowledgement, in the order they came. The oldest stays until it is acknowledged, so a
 * broker that is away first fills the bound and then makes {@link #put} wait: polling pauses, nothing is thrown away.
 *
 * <p>In memory: what is in here when the process is killed was never acknowledged. Bars are fetched again after the restart; a quote of
 * that moment is gone. Safe for any thread.
 */
public final class Outbox {
    private final int bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Response> waiting = new ArrayDeque<>();
    private int observations;

    /** @param bound observations that may wait; a single response larger than that still fits when it is alone */
    public Outbox(int bound) {
        this.bound = bound;
    }

    /**
     * Adds a response; waits while it does not fit. An interrupt ends the waiting, not the response: it was fetched, a quota was spent on
     * it, so it goes in beyond the bound.
     */
    public void put(Response response) throws InterruptedException {
        lock.lock();
        try {
            while (!waiting.isEmpty() && observations + response.size() > bound) {
                changed.await();
            }
        } finally {
            waiting.addLast(response);
            observations += response.size();
            changed.signalAll();
            lock.unlock();
        }
    }

    /** The oldest response, which stays in; waits for one. */
    Response oldest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                changed.await();
            }
            return waiting.getFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest response is in the topic: it leaves. */
    void acknowledged() {
        lock.lock();
        try {
            observations -= waiting.removeFirst().size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything put so far and since is acknowledged. */
    public void awaitEmpty() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!waiting.isEmpty()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #awaitEmpty()}, at most {@code patience}; whether it is empty. */
    boolean awaitEmpty(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (!waiting.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Observations not acknowledged yet. */
    public int observations() {
        lock.lock();
        try {
            return observations;
        } finally {
            lock.unlock();
        }
    }
}
