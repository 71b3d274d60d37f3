package dev.marketlake.lake;

import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityGate;
import dev.marketlake.lake.quality.QualityMonitor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN where a Gold table is not published, naming the check that holds it; checks that fail besides, and what is wrong with the file, are
 * told either way. Not part of readiness: the sink does what it should.
 */
final class QualityHealth implements HealthIndicator {
    private final QualityGate gate;
    private final QualityMonitor monitor;

    QualityHealth(QualityGate gate, QualityMonitor monitor) {
        this.gate = gate;
        this.monitor = monitor;
    }

    @Override
    public Health health() {
        var holds = gate.holds();
        var health = holds.isEmpty() ? Health.up() : Health.down();
        holds.forEach((table, reason) -> health.withDetail(table, "not published: " + reason));
        var failing = monitor.verdicts().stream()
                .filter(Verdict::failed)
                .map(one -> one.table() + ": " + one.check() + ": " + one.message())
                .toList();
        health.withDetail("failing", failing);
        monitor.refusal().ifPresent(why -> health.withDetail("refused", why));
        return health.build();
    }
}
