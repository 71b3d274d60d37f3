package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.ProviderSettings;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code marketlake.ingest.finnhub}. The limits are those of the free plan; 30 a second holds on every plan. */
public record FinnhubSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://finnhub.io/api/v1") String baseUrl,
        @Nullable String apiKey,
        @Nullable String apiKeyFile,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("30") int requestsPerSecond,
        @DefaultValue("60") int requestsPerMinute,
        @DefaultValue("0") int requestsPerDay,
        @DefaultValue("UTC") ZoneId planZone)
        implements ProviderSettings {
    private static final String PREFIX = "marketlake.ingest.finnhub";

    @Override
    public Access access() {
        ProviderSettings.check(this, PREFIX);
        Secret key = Secret.of(
                "FINNHUB_API_KEY",
                apiKey,
                apiKeyFile,
                "a free key is given at https://finnhub.io/register, and " + PREFIX
                        + ".enabled=false (MARKETLAKE_INGEST_FINNHUB_ENABLED) does without this provider");
        return new Access(Access.baseUrl("FINNHUB_BASE_URL", baseUrl), key, timeout);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "FinnhubSettings[" + Access.shown(baseUrl) + "]";
    }
}
