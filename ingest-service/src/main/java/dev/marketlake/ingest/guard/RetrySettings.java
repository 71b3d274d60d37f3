package dev.marketlake.ingest.guard;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.retry}.
 *
 * @param attempts most requests about a symbol in one poll, the first included
 * @param backoff wait after the first failed attempt, doubled with each further one
 * @param mostBackoff where the doubling ends
 * @param passes how often a counted round comes back to symbols whose attempts were used up
 * @param pause wait between those passes
 */
public record RetrySettings(
        @DefaultValue("4") int attempts,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("30s") Duration mostBackoff,
        @DefaultValue("3") int passes,
        @DefaultValue("15s") Duration pause) {
    private static final String PREFIX = "marketlake.ingest.retry";

    public RetrySettings {
        if (attempts < 1 || passes < 1) {
            throw new InvalidConfig(
                    PREFIX + ".attempts and .passes must be at least 1, not " + attempts + " and " + passes);
        }
        if (!backoff.isPositive() || mostBackoff.compareTo(backoff) < 0 || pause.isNegative()) {
            throw new InvalidConfig(PREFIX + ".backoff must be above zero, .most-backoff not below it and .pause not"
                    + " negative: " + backoff + ", " + mostBackoff + ", " + pause);
        }
    }
}
