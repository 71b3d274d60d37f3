package dev.marketlake.lake.sink;

import java.time.Instant;

/**
 * How a table is doing.
 *
 * <pre>
 *   Waiting --all answered--> Running --no answer--> Waiting
 *      |                         |
 *      +--- cannot go on --------+-------------> Halted
 *                                |
 *            a quality check ----+----> Held --it passes--> Running
 * </pre>
 */
sealed interface SinkState {

    /** Reads and commits. */
    record Running() implements SinkState {}

    /** Something does not answer; rows stay where they are. @param until when it is asked again */
    record Waiting(String reason, Instant until) implements SinkState {}

    /** Reads, and does not publish: rows stay in Kafka. @param reason the check that does not pass */
    record Held(String reason) implements SinkState {}

    /** Nothing is read until somebody acts and the sink starts again. @param reason what is wrong and what to do */
    record Halted(String reason) implements SinkState {}
}
