package dev.marketlake.allinone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * Ctrl-C, SIGTERM or a closed terminal, as a request to stop in order. The second one ends this process at once with 130;
 * children notice and leave by themselves.
 */
final class StopSignal {
    private static final int IMPATIENT = 130;

    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile @Nullable Thread starting;

    /** Listens from now on. */
    static StopSignal install() {
        var stop = new StopSignal();
        for (var name : new String[] {"INT", "TERM", "HUP"}) {
            Signal.handle(new Signal(name), signal -> stop.ask());
        }
        return stop;
    }

    /** As a signal would. */
    void ask() {
        if (isAsked()) {
            Runtime.getRuntime().halt(IMPATIENT);
        }
        asked.countDown();
        var thread = starting;
        if (thread != null) {
            thread.interrupt();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits that long for a request, and says whether there is one. */
    boolean await(Duration patience) {
        try {
            return asked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** While this is open, a request interrupts the calling thread. */
    Interruptible interruptible() {
        starting = Thread.currentThread();
        if (isAsked()) {
            Thread.currentThread().interrupt();
        }
        return () -> {
            starting = null;
            Thread.interrupted();
        };
    }

    /** Ends the interruptible part, and forgets an interrupt that came too late for it. */
    interface Interruptible extends AutoCloseable {
        @Override
        void close();
    }
}
