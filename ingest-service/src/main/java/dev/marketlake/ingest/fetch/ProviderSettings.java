package dev.marketlake.ingest.fetch;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import java.time.ZoneId;

/** What every provider's settings say. Each has its own defaults: those of the provider's free plan. */
public interface ProviderSettings {
    int MOST_REQUESTS = 100_000;

    /** Whether the provider is polled; its key is not needed where not. */
    boolean enabled();

    /** How long the whole exchange may take. */
    Duration timeout();

    /** Time from the start of one round over all symbols to the start of the next. */
    Duration pollInterval();

    /** Most requests in any second; 0 for no limit. */
    int requestsPerSecond();

    /** Most requests in any minute, spread evenly; 0 for no limit. */
    int requestsPerMinute();

    /** Most requests on a day of the plan; 0 for no limit. */
    int requestsPerDay();

    /** Where the plan's day begins at midnight. */
    ZoneId planZone();

    /** Where and with which key to ask. @throws InvalidConfig naming what is missing and the remedy */
    Access access();

    /** @throws InvalidConfig naming the setting under {@code prefix} that cannot be used */
    static void check(ProviderSettings settings, String prefix) {
        positive(prefix + ".timeout", settings.timeout());
        positive(prefix + ".poll-interval", settings.pollInterval());
        limit(prefix + ".requests-per-second", settings.requestsPerSecond());
        limit(prefix + ".requests-per-minute", settings.requestsPerMinute());
        limit(prefix + ".requests-per-day", settings.requestsPerDay());
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new InvalidConfig(name + " is " + value + ": use a duration above zero, such as 60s");
        }
    }

    private static void limit(String name, int value) {
        if (value < 0 || value > MOST_REQUESTS) {
            throw new InvalidConfig(name + " is " + value + ": use 1 to " + MOST_REQUESTS + ", or 0 for no limit");
        }
    }
}
