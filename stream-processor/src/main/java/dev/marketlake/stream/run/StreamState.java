package dev.marketlake.stream.run;

import java.time.Instant;

/**
 * Where the service stands.
 *
 * <pre>
 *   Waiting --broker and registry answer--&gt; Started --fatal failure--&gt; Failed
 * </pre>
 */
sealed interface StreamState {
    /**
     * Waits for what it depends on.
     *
     * @param detail for what
     */
    record Waiting(String detail) implements StreamState {}

    /**
     * The topology runs or is about to.
     *
     * @param state name of the state of Kafka Streams
     * @param since when that state was entered
     */
    record Started(String state, Instant since) implements StreamState {}

    /**
     * It cannot go on.
     *
     * @param detail why, and what to do
     */
    record Failed(String detail) implements StreamState {}
}
