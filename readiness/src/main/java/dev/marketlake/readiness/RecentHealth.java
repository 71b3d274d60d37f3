package dev.marketlake.readiness;

import dev.marketlake.reach.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of something asked over the network, asked anew after a few seconds at the earliest: probes come often and from several sides.
 * Never sends the readers of a probe to the network together. Safe for any thread.
 */
public final class RecentHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Supplier<Reach> question;
    private final Clock clock;
    private Health latest = Health.unknown().build();
    private Instant askedAt = Instant.MIN;

    public RecentHealth(Supplier<Reach> question, Clock clock) {
        this.question = question;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Instant now = clock.instant();
        if (now.isBefore(askedAt) || !now.isBefore(askedAt.plus(FRESH))) {
            latest = switch (question.get()) {
                case Reach.Reached reached ->
                    Health.up().withDetail("at", reached.detail()).build();
                case Reach.Unreached unreached ->
                    Health.down().withDetail("reason", unreached.reason()).build();
            };
            askedAt = clock.instant();
        }
        return latest;
    }
}
