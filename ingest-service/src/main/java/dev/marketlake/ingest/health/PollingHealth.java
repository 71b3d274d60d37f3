package dev.marketlake.ingest.health;

import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.poll.Lane;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN when a polling or publishing thread has died of a bug: part of liveness, for only a restart mends it. */
public final class PollingHealth implements HealthIndicator {
    private final IngestPipeline pipeline;

    public PollingHealth(IngestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Lane lane : pipeline.lanes()) {
            if (lane.isDead()) {
                health.down().withDetail(lane.provider().source().name(), "a thread has ended by a bug, see the log");
            }
        }
        return health.build();
    }
}
