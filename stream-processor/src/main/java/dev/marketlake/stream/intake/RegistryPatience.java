package dev.marketlake.stream.intake;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry again while it does not answer, waiting longer each time. It blocks the stream thread, so it lasts for less than a
 * transaction may; what follows then is the stream thread's own restart. Only schemas not seen before need the registry.
 */
public final class RegistryPatience {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);

    private final Duration first;
    private final int tries;
    private final Pause pause;

    /** How a wait is waited. */
    @FunctionalInterface
    public interface Pause {
        void take(Duration length) throws InterruptedException;
    }

    /**
     * @param first wait after the first failure; each further one is twice as long
     * @param tries attempts in all, at least 1
     */
    public RegistryPatience(Duration first, int tries, Pause pause) {
        this.first = first;
        this.tries = tries;
        this.pause = pause;
    }

    /** Five attempts with three seconds of waiting between them, on the calling thread. */
    public static RegistryPatience standard() {
        return new RegistryPatience(Duration.ofMillis(200), 5, Thread::sleep);
    }

    /** The answer. @throws TimeoutException where the registry did not answer at any attempt */
    public <T> T ask(Supplier<T> question) {
        Duration wait = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (TimeoutException e) {
                if (attempt >= tries) {
                    throw e;
                }
                LOG.warn("Waiting {} ms for the schema registry: {}", wait.toMillis(), e.getMessage());
                rest(wait, e);
                wait = wait.multipliedBy(2);
            }
        }
    }

    private void rest(Duration wait, TimeoutException cause) {
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
