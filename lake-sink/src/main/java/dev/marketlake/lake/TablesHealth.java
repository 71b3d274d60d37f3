package dev.marketlake.lake;

import dev.marketlake.lake.sink.LakeSink;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** UP where every table is fed; DOWN names each that waits or is halted, with the reason. */
final class TablesHealth implements HealthIndicator {
    private final LakeSink sink;

    TablesHealth(LakeSink sink) {
        this.sink = sink;
    }

    @Override
    public Health health() {
        var troubles = sink.troubles();
        return troubles.isEmpty()
                ? Health.up().build()
                : Health.down().withDetails(troubles).build();
    }
}
