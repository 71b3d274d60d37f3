package dev.marketlake.allinone.suite;

import java.nio.file.Path;

/**
 * What to run, and where.
 *
 * @param home the checkout with the built programs
 * @param folder where state and lake live; a folder used before is continued
 * @param bucket of the lake
 */
public record SuiteSettings(Path home, DataFolder folder, Ports.Choice ports, MarketSource market, String bucket) {

    public SuiteSettings {
        home = home.toAbsolutePath().normalize();
    }

    public SuiteSettings(Path home, DataFolder folder, Ports.Choice ports, MarketSource market) {
        this(home, folder, ports, market, "market-lake");
    }
}
