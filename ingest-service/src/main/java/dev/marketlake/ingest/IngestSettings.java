package dev.marketlake.ingest;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.alphavantage.AlphaVantageSettings;
import dev.marketlake.ingest.finnhub.FinnhubSettings;
import dev.marketlake.ingest.guard.BreakerSettings;
import dev.marketlake.ingest.guard.RetrySettings;
import dev.marketlake.ingest.polygon.PolygonSettings;
import dev.marketlake.ingest.publish.PublishSettings;
import dev.marketlake.ingest.yahoo.YahooSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest}.
 *
 * @param config folder of symbols.yml and topics.yml
 * @param rounds how often each symbol is polled at each provider; 0 for no end
 */
@ConfigurationProperties("marketlake.ingest")
public record IngestSettings(
        @DefaultValue("./config") String config,
        @DefaultValue("0") long rounds,
        @DefaultValue AlphaVantageSettings alphaVantage,
        @DefaultValue FinnhubSettings finnhub,
        @DefaultValue YahooSettings yahoo,
        @DefaultValue PolygonSettings polygon,
        @DefaultValue RetrySettings retry,
        @DefaultValue BreakerSettings breaker,
        @DefaultValue PublishSettings publish) {

    public IngestSettings {
        if (rounds < 0) {
            throw new InvalidConfig("marketlake.ingest.rounds (MARKETLAKE_INGEST_ROUNDS) is " + rounds
                    + ": use the number of rounds wanted, or 0 for no end");
        }
        if (retry.pause().compareTo(breaker.openFor()) < 0) {
            throw new InvalidConfig("marketlake.ingest.retry.pause is " + retry.pause() + ", below breaker.open-for, "
                    + breaker.openFor()
                    + ": a second pass would find the breaker still open; lengthen the one or shorten the other");
        }
        if (!alphaVantage.enabled() && !finnhub.enabled() && !yahoo.enabled() && !polygon.enabled()) {
            throw new InvalidConfig(
                    "marketlake.ingest: every provider is disabled; enable alpha-vantage, finnhub, yahoo"
                            + " or polygon");
        }
    }

    /** A file of the config folder. */
    Path file(String name) {
        return Path.of(config, name);
    }
}
