package dev.marketlake.serde;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.reach.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** Whether the schema registry answers, asked exactly as the serializers ask it: same addresses, same credentials. Safe for any thread. */
public final class RegistryReach {
    private static final String VARIABLE = "SCHEMA_REGISTRY_URL";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RegistryHttp http;
    private final String addresses;

    /**
     * @param config of the serializer, under Confluent's keys
     * @throws InvalidConfig where an address is missing or no http address, or a key cannot be used; never quotes an address, for it may
     *     hold a password
     */
    public RegistryReach(Map<String, ?> config) {
        RegistrySettings settings = settings(config);
        this.http = new RegistryHttp(settings.endpoints(), PATIENCE);
        this.addresses =
                settings.endpoints().stream().map(RegistryEndpoint::toString).collect(Collectors.joining(", "));
    }

    private static RegistrySettings settings(Map<String, ?> config) {
        try {
            return RegistrySettings.of(config);
        } catch (ConfigException e) {
            throw new InvalidConfig(VARIABLE + " or a key beside it cannot be used: " + e.getMessage(), e);
        }
    }

    /** Asks each address until one answers. */
    public Reach look() {
        try {
            http.get("/subjects");
            return new Reach.Reached(addresses);
        } catch (KafkaException e) {
            return new Reach.Unreached(
                    "the schema registry at " + addresses + " cannot be used (" + VARIABLE + "): " + e.getMessage());
        }
    }
}
