package dev.marketlake.allinone.replay;

import java.time.Instant;
import java.util.Map;

/**
 * How far a job has come, as {@code job.json} keeps it.
 *
 * @param clock when it began: what is complete is decided by this instant
 * @param depth how far back the job looks by the settings it runs under; unknown before it is gathered
 * @param events raw events of its input; 0 before they are gathered
 * @param ends offset of the end mark by partition of its raw topic; empty before all is published
 */
record JobState(
        String id,
        ReplayRequest request,
        Instant clock,
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

    static JobState begin(String id, ReplayRequest request, Instant clock) {
        return new JobState(id, request, clock, Step.GATHER, JobDepth.UNKNOWN, 0, Map.of());
    }

    JobState gathered(JobDepth known, long count) {
        return new JobState(id, request, clock, Step.PUBLISH, known, count, Map.of());
    }

    JobState published(Map<Integer, Long> marks) {
        return new JobState(id, request, clock, Step.DERIVE, depth, events, marks);
    }

    JobState derived() {
        return new JobState(id, request, clock, Step.LAND, depth, events, ends);
    }
}
