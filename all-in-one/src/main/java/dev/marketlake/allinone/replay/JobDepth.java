package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.allinone.suite.JobProcess;
import dev.marketlake.allinone.watch.Answer;
import dev.marketlake.allinone.watch.ServiceReports;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far back a stream processor looks, by its settings.
 *
 * @param depthSessions trade dates that live corrects, the newest included
 * @param warmUpSessions trade dates that readings look back at most
 * @param reachSessions trade dates before its first one that a job needs, by interval label
 */
record JobDepth(int depthSessions, int warmUpSessions, Map<String, Integer> reachSessions) {
    /** Before anybody was asked. */
    static final JobDepth UNKNOWN = new JobDepth(0, 0, Map.of());

    private static final String PATH = "/api/depth";

    JobDepth {
        reachSessions = Map.copyOf(reachSessions);
    }

    /** As the job's own process says. */
    static JobDepth of(Endpoints endpoints, JobProcess process) {
        return at(endpoints, process.address())
                .orElseThrow(() -> new ReplayFailure(
                        "the job's process does not say how far back it looks; " + process.lastWords()));
    }

    /** As the stream processor at an address says; empty where none answers. */
    static Optional<JobDepth> at(Endpoints endpoints, String address) {
        try (var reports = new ServiceReports(endpoints)) {
            return switch (reports.ask(address + PATH)) {
                case Answer.Good good -> Optional.of(JsonMapper.shared().readValue(good.body(), JobDepth.class));
                case Answer.Bad bad -> Optional.empty();
            };
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
