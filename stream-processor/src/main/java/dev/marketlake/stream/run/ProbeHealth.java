package dev.marketlake.stream.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of something outside: down with what is wrong and what to correct. */
record ProbeHealth(Supplier<Optional<String>> trouble) implements HealthIndicator {
    @Override
    public Health health() {
        return trouble.get()
                .map(what -> Health.down().withDetail("error", what).build())
                .orElseGet(() -> Health.up().build());
    }
}
