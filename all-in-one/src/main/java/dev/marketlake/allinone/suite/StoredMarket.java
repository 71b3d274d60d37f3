package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was fetched before: nothing is asked for.
 *
 * @param config folder with the YAML files
 */
public record StoredMarket(Path config) implements MarketSource {
    public StoredMarket {
        config = config.toAbsolutePath();
    }

    /** By the configuration that a suite of this folder wrote for itself, else by {@code otherwise}. */
    public static StoredMarket of(DataFolder folder, Path otherwise) {
        var own = folder.config();
        return new StoredMarket(own.resolve("symbols.yml").toFile().isFile() ? own : otherwise);
    }

    @Override
    public String describe() {
        return "what is stored already";
    }

    @Override
    public MarketPlan plan(DataFolder folder, Ports ports) {
        ConfigFolder.read(config);
        return new MarketPlan(config, Optional.empty(), Map.of());
    }
}
