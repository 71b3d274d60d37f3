package dev.marketlake.ingest.polygon;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.ProviderSettings;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.polygon}. Off unless switched on. Limits and delay are those of the free plan, Stocks Basic.
 *
 * @param lookback how far back the window of each poll begins
 * @param delay how long before the present it ends: what is newer the free plan refuses
 */
public record PolygonSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://api.polygon.io") String baseUrl,
        @Nullable String apiKey,
        @Nullable String apiKeyFile,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("1h") Duration pollInterval,
        @DefaultValue("0") int requestsPerSecond,
        @DefaultValue("5") int requestsPerMinute,
        @DefaultValue("0") int requestsPerDay,
        @DefaultValue("UTC") ZoneId planZone,
        @DefaultValue("5d") Duration lookback,
        @DefaultValue("1d") Duration delay)
        implements ProviderSettings {
    /** A page holds 50,000 minutes. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(34);

    private static final String PREFIX = "marketlake.ingest.polygon";

    public PolygonSettings {
        if (delay.isNegative()
                || lookback.compareTo(delay) <= 0
                || lookback.minus(delay).compareTo(LONGEST_WINDOW) > 0) {
            throw new InvalidConfig(PREFIX + ".lookback is " + lookback + " and .delay " + delay
                    + ": use a delay of zero or more and a lookback longer than it, by 34 days at most");
        }
    }

    @Override
    public Access access() {
        ProviderSettings.check(this, PREFIX);
        Secret key = Secret.of(
                "POLYGON_API_KEY",
                apiKey,
                apiKeyFile,
                "a free key is given at https://polygon.io/dashboard/signup, and " + PREFIX
                        + ".enabled=false (MARKETLAKE_INGEST_POLYGON_ENABLED) does without this provider");
        return new Access(Access.baseUrl("POLYGON_BASE_URL", baseUrl), key, timeout);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PolygonSettings[" + Access.shown(baseUrl) + "]";
    }
}
