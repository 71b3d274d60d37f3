package dev.marketlake.lake;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.lineage.LineageEvents;
import dev.marketlake.lake.lineage.LineageSender;
import dev.marketlake.lake.lineage.LineageSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code marketlake.lineage.*} as given; what makes sense is {@link LineageSettings}' business. The text form leaves the key out.
 *
 * @param endpoint takes OpenLineage events; nothing is sent where it is empty
 * @param apiKey sent as a bearer token
 * @param apiKeyFile holds the key instead
 * @param namespace of the jobs
 * @param timeout longest wait for one answer
 * @param queue events that may wait; what comes beyond is dropped
 */
@ConfigurationProperties("marketlake.lineage")
record LineageProperties(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String apiKeyFile,
        @DefaultValue("marketlake") String namespace,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1000") int queue) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Empty where no endpoint is configured. @throws InvalidConfig naming the setting and the remedy */
    Optional<LineageSettings> checked() {
        if (endpoint.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new LineageSettings(address(), key(), namespace.strip(), timeout, queue));
    }

    private URI address() {
        try {
            return URI.create(endpoint.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig("marketlake.lineage.endpoint must look like http://localhost:5000");
        }
    }

    private Optional<String> key() {
        if (!apiKey.isBlank() && !apiKeyFile.isBlank()) {
            throw new InvalidConfig("OPENLINEAGE_API_KEY and OPENLINEAGE_API_KEY_FILE are both set: keep one of them");
        }
        if (apiKeyFile.isBlank()) {
            return Optional.of(apiKey.strip()).filter(key -> !key.isEmpty());
        }
        try {
            String key = Files.readString(Path.of(apiKeyFile)).strip();
            if (key.isEmpty()) {
                throw new InvalidConfig("OPENLINEAGE_API_KEY_FILE " + apiKeyFile + " is empty: write the key into it");
            }
            return Optional.of(key);
        } catch (IOException e) {
            throw new InvalidConfig("OPENLINEAGE_API_KEY_FILE " + apiKeyFile + " cannot be read: " + e, e);
        }
    }

    /** Starts telling. */
    Lineage sender(LineageSettings settings, List<String> bootstrapServers, String bucket, MeterRegistry meters) {
        LineageEvents events = new LineageEvents(settings.namespace(), bootstrapServers.getFirst(), bucket);
        return new LineageSender(settings, events, meters, FIRST_PAUSE, PATIENCE);
    }

    @Override
    public String toString() {
        return "LineageProperties[endpoint=" + endpoint + ", namespace=" + namespace + "]";
    }
}
