package dev.marketlake.ingest.health;

import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.poll.Lane;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN while what was fetched is not acknowledged and is published again and again: part of readiness, with what the producer says. Broker
 * and registry may both answer and still refuse a record.
 */
public final class PublishingHealth implements HealthIndicator {
    private final IngestPipeline pipeline;

    public PublishingHealth(IngestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Lane lane : pipeline.lanes()) {
            String trouble = lane.publishing().trouble();
            if (!trouble.isEmpty()) {
                health.down()
                        .withDetail(
                                lane.provider().source().name(),
                                lane.outbox().observations() + " observations wait: " + trouble);
            }
        }
        return health.build();
    }
}
