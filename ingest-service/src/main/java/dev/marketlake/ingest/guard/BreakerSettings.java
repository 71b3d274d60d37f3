package dev.marketlake.ingest.guard;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.breaker}, one breaker per provider.
 *
 * @param window how many of the latest requests are judged
 * @param leastRequests how many there must be before it may open
 * @param failurePercent share of Broken and Unavailable at which it opens
 * @param openFor how long the provider is then left alone
 */
public record BreakerSettings(
        @DefaultValue("10") int window,
        @DefaultValue("6") int leastRequests,
        @DefaultValue("60") int failurePercent,
        @DefaultValue("15s") Duration openFor) {

    public BreakerSettings {
        if (window < 1 || leastRequests < 1 || leastRequests > window) {
            throw new InvalidConfig("marketlake.ingest.breaker.least-requests must be 1 to .window, not "
                    + leastRequests + " of " + window);
        }
        if (failurePercent < 1 || failurePercent > 100) {
            throw new InvalidConfig(
                    "marketlake.ingest.breaker.failure-percent must be 1 to 100, not " + failurePercent);
        }
        if (openFor.toMillis() < 1) {
            throw new InvalidConfig("marketlake.ingest.breaker.open-for must be above zero, not " + openFor);
        }
    }
}
