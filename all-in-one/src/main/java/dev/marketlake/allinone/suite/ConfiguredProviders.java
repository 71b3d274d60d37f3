package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real providers, with the keys and addresses of this process's environment.
 *
 * @param config folder with the YAML files
 * @param rounds how often each symbol and feed is polled; 0 = for ever
 * @param environment of this process; only the variables that ingest knows are handed on
 */
public record ConfiguredProviders(Path config, int rounds, Map<String, String> environment) implements MarketSource {
    private static final List<String> HANDED_ON = List.of(
            "ALPHA_VANTAGE_API_KEY",
            "ALPHA_VANTAGE_API_KEY_FILE",
            "ALPHA_VANTAGE_BASE_URL",
            "FINNHUB_API_KEY",
            "FINNHUB_API_KEY_FILE",
            "FINNHUB_BASE_URL");

    public ConfiguredProviders {
        config = config.toAbsolutePath();
        environment = Map.copyOf(environment);
        IngestRounds.require(rounds);
    }

    @Override
    public String describe() {
        return "the providers configured in " + config;
    }

    @Override
    public MarketPlan plan(DataFolder folder, Ports ports) {
        var ingest = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (HANDED_ON.contains(name) || name.startsWith("MARKETLAKE_INGEST_")) {
                ingest.put(name, value);
            }
        });
        ingest.put(IngestRounds.VARIABLE, Integer.toString(rounds));
        return new MarketPlan(config, Optional.empty(), ingest);
    }

    /** Keys may be among the environment: it is left out. */
    @Override
    public String toString() {
        return "ConfiguredProviders[config=" + config + ", rounds=" + rounds + "]";
    }
}
