package dev.marketlake.ingest.health;

import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.poll.Lane;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Detail for people, always UP: a provider that is down or a spent day is nothing a restart or another instance could mend, so it fails
 * no probe.
 */
public final class ProvidersHealth implements HealthIndicator {
    private final IngestPipeline pipeline;

    public ProvidersHealth(IngestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Lane lane : pipeline.lanes()) {
            health.withDetail(lane.provider().source().name(), detail(lane));
        }
        return health.build();
    }

    private static Map<String, Object> detail(Lane lane) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("breaker", lane.provider().breaker());
        lane.provider().closedUntil().ifPresent(until -> detail.put("daySpentUntil", until.toString()));
        detail.put("lastFailure", lane.provider().traffic().lastFailure());
        detail.put("unacknowledged", lane.outbox().observations());
        detail.values().removeIf(""::equals);
        return detail;
    }
}
