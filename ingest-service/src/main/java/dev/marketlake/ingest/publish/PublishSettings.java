package dev.marketlake.ingest.publish;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code marketlake.ingest.publish}.
 *
 * @param buffer observations a provider may have waiting for the broker before its polling pauses; one response always fits
 * @param retry wait before a response whose records were not all acknowledged is published again
 * @param patience how long a stop waits for outstanding acknowledgements
 */
public record PublishSettings(
        @DefaultValue("20000") int buffer,
        @DefaultValue("1s") Duration retry,
        @DefaultValue("20s") Duration patience) {

    public PublishSettings {
        if (buffer < 1) {
            throw new InvalidConfig("marketlake.ingest.publish.buffer must be at least 1, not " + buffer);
        }
        if (retry.isNegative() || patience.isNegative()) {
            throw new InvalidConfig(
                    "marketlake.ingest.publish.retry and .patience must not be negative: " + retry + ", " + patience);
        }
    }
}
