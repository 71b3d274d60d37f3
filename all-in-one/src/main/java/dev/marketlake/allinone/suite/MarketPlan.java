package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one {@link MarketSource} is run.
 *
 * @param config folder with topics.yml, symbols.yml, alerts.yml and lake.yml
 * @param simulator the simulator's arguments; empty where no simulator runs
 * @param ingest environment of the ingest service, beyond what every service gets; may hold secrets
 */
record MarketPlan(Path config, Optional<List<String>> simulator, Map<String, String> ingest) {

    MarketPlan {
        simulator = simulator.map(List::copyOf);
        ingest = Map.copyOf(ingest);
    }
}
