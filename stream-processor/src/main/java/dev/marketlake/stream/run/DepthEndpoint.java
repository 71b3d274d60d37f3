package dev.marketlake.stream.run;

import dev.marketlake.stream.StreamSettings;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far back this processor's settings make it look; a job's input and the live boundary follow from it. */
@RestController
class DepthEndpoint {
    private final StreamSettings settings;

    DepthEndpoint(StreamSettings settings) {
        this.settings = settings;
    }

    /**
     * The answer.
     *
     * @param depthSessions trade dates that live corrects, the newest included
     * @param warmUpSessions trade dates that readings look back at most
     * @param reachSessions trade dates before its first one that a job needs, by interval label
     */
    record DepthView(int depthSessions, int warmUpSessions, Map<String, Integer> reachSessions) {}

    @GetMapping("/api/depth")
    DepthView depth() {
        int warmUp = settings.warmUpSessions().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return new DepthView(settings.depthSessions(), warmUp, settings.reach().sessions());
    }
}
