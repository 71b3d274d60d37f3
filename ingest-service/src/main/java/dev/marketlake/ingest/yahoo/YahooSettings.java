package dev.marketlake.ingest.yahoo;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.fetch.Access;
import dev.marketlake.ingest.fetch.ProviderSettings;
import dev.marketlake.ingest.fetch.Secret;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.yahoo}. An unofficial source without keys, plans or stated limits: off unless switched on, and
 * then asked sparingly.
 *
 * @param range how far back each poll looks, up to the present: 1d or 5d
 * @param extendedHours whether bars before 09:30 and from 16:00 are asked for too; their volume is always zero
 * @param userAgent what to say who asks; plain HTTP libraries are turned away
 */
public record YahooSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://query1.finance.yahoo.com") String baseUrl,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("1") int requestsPerSecond,
        @DefaultValue("30") int requestsPerMinute,
        @DefaultValue("0") int requestsPerDay,
        @DefaultValue("UTC") ZoneId planZone,
        @DefaultValue("1d") String range,
        @DefaultValue("false") boolean extendedHours,

        @DefaultValue("Mozilla/5.0 (compatible; marketlake)")
        String userAgent)
        implements ProviderSettings {
    private static final String PREFIX = "marketlake.ingest.yahoo";

    public YahooSettings {
        if (!Set.of("1d", "5d").contains(range)) {
            throw new InvalidConfig(PREFIX + ".range is '" + range + "': use 1d or 5d");
        }
        if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new InvalidConfig(PREFIX + ".user-agent is '" + userAgent + "': use printable ASCII");
        }
    }

    @Override
    public Access access() {
        ProviderSettings.check(this, PREFIX);
        return new Access(Access.baseUrl("YAHOO_BASE_URL", baseUrl), Secret.none(), timeout);
    }

    /** Without what may stand before the host. */
    @Override
    public String toString() {
        return "YahooSettings[" + Access.shown(baseUrl) + "]";
    }
}
