package dev.marketlake.allinone.replay;

import java.time.Instant;
import java.util.Map;

/**
 * How far a job has come, as {@code job.json} keeps it.
 *
 * @param clock when it began: what is complete is decided by this instant
 * @param depthSessions trade dates that live corrects by the settings the job runs under; 0 before they are known
 * @param events raw events of its input; 0 before they are gathered
 * @param ends offset of the end mark by partition of its raw topic; empty before all is published
 */
record JobState(
        String id,
        ReplayRequest request,
        Instant clock,
        Step step,
        int depthSessions,
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
        return new JobState(id, request, clock, Step.GATHER, 0, 0, Map.of());
    }

    JobState gathered(int sessions, long count) {
        return new JobState(id, request, clock, Step.PUBLISH, sessions, count, Map.of());
    }

    JobState published(Map<Integer, Long> marks) {
        return new JobState(id, request, clock, Step.DERIVE, depthSessions, events, marks);
    }

    JobState derived() {
        return new JobState(id, request, clock, Step.LAND, depthSessions, events, ends);
    }
}
