package dev.marketlake.topics;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for the broker's answer to an administrative request. */
final class AdminCall {
    private AdminCall() {}

    /**
     * The answer. The admin client bounds the wait.
     *
     * @param what named in the message
     * @throws KafkaException with the broker's reason as its cause
     */
    static <T> T get(String what, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new KafkaException("the broker did not give " + what + ": " + reason.getMessage(), reason);
        } catch (InterruptedException e) {
            throw new InterruptException("interrupted while waiting for " + what, e);
        }
    }

    /** Lets the broker come to rest. */
    static void pause(Duration length) {
        CompletableFuture.runAsync(
                        () -> {}, CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
