package dev.marketlake.allinone.suite;

import java.nio.file.Path;

/**
 * What to run, and where.
 *
 * @param home the checkout with the built programs
 * @param folder where state and lake live; a folder used before is continued
 * @param bucket of the lake
 * @param quickStarts whether the services start from what was learned, or learn
 */
public record SuiteSettings(
        Path home, DataFolder folder, Ports.Choice ports, MarketSource market, String bucket, QuickStarts quickStarts) {

    public SuiteSettings {
        home = home.toAbsolutePath().normalize();
    }

    public SuiteSettings(Path home, DataFolder folder, Ports.Choice ports, MarketSource market) {
        this(home, folder, ports, market, "market-lake", QuickStarts.USED);
    }

    /** The same, to learn from. */
    public SuiteSettings learning() {
        return new SuiteSettings(home, folder, ports, market, bucket, QuickStarts.LEARNED);
    }
}
