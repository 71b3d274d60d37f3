package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The real providers, with the keys and addresses of this process's environment.
 *
 * @param config folder with the YAML files
 * @param rounds how often each symbol and feed is polled; 0 = for ever
 * @param environment of this process; only the variables that ingest knows are handed on
 */
public record ConfiguredProviders(Path config, int rounds, Map<String, String> environment) implements MarketSource {
    /** What Spring reads as false. */
    private static final Set<String> OFF = Set.of("false", "off", "no", "0");

    private static final List<String> HANDED_ON = List.of(
            "ALPHA_VANTAGE_API_KEY",
            "ALPHA_VANTAGE_API_KEY_FILE",
            "ALPHA_VANTAGE_BASE_URL",
            "FINNHUB_API_KEY",
            "FINNHUB_API_KEY_FILE",
            "FINNHUB_BASE_URL",
            "YAHOO_BASE_URL",
            "POLYGON_API_KEY",
            "POLYGON_API_KEY_FILE",
            "POLYGON_BASE_URL");

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
        ConfigFolder.read(config);
        requireKeys();
        var ingest = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (HANDED_ON.contains(name) || name.startsWith("MARKETLAKE_INGEST_")) {
                ingest.put(name, value);
            }
        });
        ingest.put(IngestRounds.VARIABLE, Integer.toString(rounds));
        return new MarketPlan(config, Optional.empty(), ingest);
    }

    private void requireKeys() {
        var missing = Stream.of("ALPHA_VANTAGE", "FINNHUB")
                .filter(this::isEnabled)
                .filter(provider -> !hasKey(provider))
                .map(provider -> provider + "_API_KEY")
                .toList();
        if (!missing.isEmpty()) {
            throw new SuiteFailure(String.join(" and ", missing)
                    + (missing.size() == 1 ? " is" : " are")
                    + " not set: put the key there, or the path of a file that holds it in the same name with _FILE;"
                    + " MARKETLAKE_INGEST_ALPHAVANTAGE_ENABLED=false or MARKETLAKE_INGEST_FINNHUB_ENABLED=false does without that"
                    + " provider; ./marketlake demo needs no keys");
        }
    }

    private boolean isEnabled(String provider) {
        return !OFF.contains(given(ingestSettings(provider) + "_ENABLED").toLowerCase(Locale.ROOT));
    }

    private boolean hasKey(String provider) {
        return Stream.of(provider + "_API_KEY", ingestSettings(provider) + "_APIKEY")
                .flatMap(variable -> Stream.of(variable, variable + "_FILE", variable + "FILE"))
                .anyMatch(variable -> !given(variable).isEmpty());
    }

    private static String ingestSettings(String provider) {
        return "MARKETLAKE_INGEST_" + provider.replace("_", "");
    }

    private String given(String variable) {
        return environment.getOrDefault(variable, "").strip();
    }

    /** Keys may be among the environment: it is left out. */
    @Override
    public String toString() {
        return "ConfiguredProviders[config=" + config + ", rounds=" + rounds + "]";
    }
}
