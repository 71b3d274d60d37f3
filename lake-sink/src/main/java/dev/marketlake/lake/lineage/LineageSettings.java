package dev.marketlake.lake.lineage;

import dev.marketlake.config.InvalidConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where commits are told, checked. The text form leaves the key out.
 *
 * @param endpoint takes one event per POST, for example {@code http://localhost:5000/api/v1/lineage}; that path where none is given
 * @param apiKey sent as a bearer token
 * @param namespace of the jobs
 * @param timeout longest wait for one answer
 * @param queue events that may wait; what comes beyond is dropped
 */
public record LineageSettings(URI endpoint, Optional<String> apiKey, String namespace, Duration timeout, int queue) {
    private static final String USUAL_PATH = "/api/v1/lineage";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public LineageSettings {
        String scheme = endpoint.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme) || endpoint.getHost() == null) {
            throw new InvalidConfig("marketlake.lineage.endpoint must look like http://localhost:5000");
        }
        if (endpoint.getRawUserInfo() != null) {
            throw new InvalidConfig(
                    "marketlake.lineage.endpoint holds credentials: give a key by OPENLINEAGE_API_KEY or OPENLINEAGE_API_KEY_FILE");
        }
        if (endpoint.getPath().isEmpty() || endpoint.getPath().equals("/")) {
            endpoint = endpoint.resolve(USUAL_PATH);
        }
        if (namespace.isBlank()) {
            throw new InvalidConfig(
                    "marketlake.lineage.namespace is empty: name the namespace of the jobs, for example marketlake");
        }
        if (!timeout.isPositive()) {
            throw new InvalidConfig("marketlake.lineage.timeout must be longer than nothing: " + timeout);
        }
        if (queue < 1) {
            throw new InvalidConfig("marketlake.lineage.queue must be at least 1: " + queue);
        }
    }

    @Override
    public String toString() {
        return "LineageSettings[endpoint=" + endpoint + ", namespace=" + namespace + "]";
    }
}
