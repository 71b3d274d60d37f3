package dev.marketlake.stream.run;

import dev.marketlake.stream.run.StreamState.Failed;
import dev.marketlake.stream.run.StreamState.Started;
import dev.marketlake.stream.run.StreamState.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the topology runs, or has been taking its partitions up for less than a minute. */
final class StreamsHealth implements HealthIndicator {
    private static final Duration LONGEST_REBALANCE = Duration.ofMinutes(1);

    private final Supplier<StreamState> state;
    private final Clock clock;

    StreamsHealth(Supplier<StreamState> state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return switch (state.get()) {
            case Waiting waiting ->
                Health.down().withDetail("waiting", waiting.detail()).build();
            case Failed failed ->
                Health.down().withDetail("failed", failed.detail()).build();
            case Started started ->
                of(started).withDetail("state", started.state()).build();
        };
    }

    private Health.Builder of(Started started) {
        return switch (started.state()) {
            case "RUNNING" -> Health.up();
            case "REBALANCING" -> {
                Duration lasting = Duration.between(started.since(), clock.instant());
                yield (lasting.compareTo(LONGEST_REBALANCE) < 0 ? Health.up() : Health.down())
                        .withDetail("since", started.since().toString());
            }
            default -> Health.down();
        };
    }
}
