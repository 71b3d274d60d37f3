package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.stream.observation.Micros;
import java.time.Instant;
import java.util.Map;

/**
 * How far a job has come, as {@code job.json} keeps it.
 *
 * @param clock what is complete is decided by this instant: when it began, or where that is asked for the instant at which its rows were
 *     known
 * @param known name under which its rows are kept for queries; empty where they are for something else
 * @param depth how far back the job looks by the settings it runs under; unknown before it is gathered
 * @param events raw events of its input; 0 before they are gathered
 * @param ends offset of the end mark by partition of its raw topic; empty before all is published
 */
record JobState(
        String id,
        ReplayRequest request,
        Instant clock,
        String known,
        Step step,
        JobDepth depth,
        long events,
        Map<Integer, Long> ends) {

    /** What comes next. */
    enum Step {
        GATHER,
        PUBLISH,
        DERIVE,
        LAND
    }

    JobState {
        ends = Map.copyOf(ends);
    }

    /** A job whose rows are what was known at an instant. */
    static JobState known(String id, ReplayRequest request, Instant then, String known) {
        return new JobState(id, request, then, known, Step.GATHER, JobDepth.UNKNOWN, 0, Map.of());
    }

    static JobState begin(String id, ReplayRequest request, Instant clock) {
        return new JobState(id, request, clock, "", Step.GATHER, JobDepth.UNKNOWN, 0, Map.of());
    }

    /** What was observed later is none of its input; microseconds since the epoch, UTC. */
    long knownBy() {
        return request.purpose() == Purpose.KNOWN ? Micros.of(clock) : Long.MAX_VALUE;
    }

    JobState gathered(JobDepth found, long count) {
        return new JobState(id, request, clock, known, Step.PUBLISH, found, count, Map.of());
    }

    JobState published(Map<Integer, Long> marks) {
        return new JobState(id, request, clock, known, Step.DERIVE, depth, events, marks);
    }

    JobState derived() {
        return new JobState(id, request, clock, known, Step.LAND, depth, events, ends);
    }
}
