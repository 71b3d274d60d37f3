package dev.marketlake.ingest.alphavantage;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.ProviderSettings;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.market.StampConvention;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.alpha-vantage}. The limits are those of the free plan.
 *
 * @param stamp what the provider's time stamps mean; it changed between 2020 (CLOSE) and 2026 (OPEN)
 * @param outputSize {@code compact}, the newest 100 bars, or {@code full}, about a month
 * @param extendedHours whether bars before 09:30 and from 16:00 are asked for too
 */
public record AlphaVantageSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://www.alphavantage.co") String baseUrl,
        @Nullable String apiKey,
        @Nullable String apiKeyFile,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("1") int requestsPerSecond,
        @DefaultValue("0") int requestsPerMinute,
        @DefaultValue("25") int requestsPerDay,
        @DefaultValue("UTC") ZoneId planZone,
        @DefaultValue("OPEN") StampConvention stamp,
        @DefaultValue("compact") String outputSize,
        @DefaultValue("true") boolean extendedHours)
        implements ProviderSettings {
    private static final String PREFIX = "marketlake.ingest.alpha-vantage";

    public AlphaVantageSettings {
        if (!Set.of("compact", "full").contains(outputSize)) {
            throw new InvalidConfig(PREFIX + ".output-size is '" + outputSize + "': use compact or full");
        }
    }

    @Override
    public Access access() {
        ProviderSettings.check(this, PREFIX);
        Secret key = Secret.of(
                "ALPHA_VANTAGE_API_KEY",
                apiKey,
                apiKeyFile,
                "a free key is given at https://www.alphavantage.co/support/#api-key, and " + PREFIX
                        + ".enabled=false (MARKETLAKE_INGEST_ALPHAVANTAGE_ENABLED) does without this provider");
        return new Access(Access.baseUrl("ALPHA_VANTAGE_BASE_URL", baseUrl), key, timeout);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AlphaVantageSettings[" + Access.shown(baseUrl) + "]";
    }
}
