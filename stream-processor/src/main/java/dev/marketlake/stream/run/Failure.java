package dev.marketlake.stream.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * What to do about an exception that ended a stream thread.
 *
 * <pre>
 *   cause                                          what follows
 *   ---------------------------------------------  ------------------------------------------------
 *   time-out, lost connection, coordinator moved   a new thread goes on from the last commit
 *   registry refuses a schema or our credentials   stop: trying again gives the same answer
 *   a record cannot be produced                    stop: inside a transaction it cannot be skipped
 *   market.raw is gone                             stop: the topic was deleted
 *   the next raw offset is not there any more      stop: the next start names the range
 *   anything else                                  stop: a defect; going on could do harm
 * </pre>
 */
sealed interface Failure {
    /** One line for the log. */
    String message();

    /** Trying again helps. */
    record Passing(String message) implements Failure {}

    /** The process has to stop. */
    record Fatal(String message) implements Failure {}

    static Failure of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        Throwable root = causes.getLast();
        String detail = root.getClass().getSimpleName() + ": " + root.getMessage();
        if (causes.stream().anyMatch(SerializationException.class::isInstance)) {
            return new Fatal(
                    "The schema registry refuses what this service asks or writes; correct its schemas, rules or"
                            + " credentials and start again. " + detail);
        }
        if (causes.stream().anyMatch(RetriableException.class::isInstance)) {
            return new Passing(detail);
        }
        if (causes.stream().anyMatch(MissingSourceTopicException.class::isInstance)) {
            return new Fatal("Topic market.raw is gone; start again to create it. " + detail);
        }
        if (causes.stream().anyMatch(InvalidOffsetException.class::isInstance)) {
            return new Fatal("market.raw does not hold the next records to read; the next start names them. " + detail);
        }
        boolean producing = causes.stream()
                .anyMatch(cause -> cause instanceof StreamsException
                        && String.valueOf(cause.getMessage()).startsWith("Error encountered sending record"));
        return new Fatal(
                producing
                        ? "A record cannot be produced, and inside a transaction it cannot be skipped. " + detail
                        : "The topology failed in a way nobody foresaw. " + detail);
    }

    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
