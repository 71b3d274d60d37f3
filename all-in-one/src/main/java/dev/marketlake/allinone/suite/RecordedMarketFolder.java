package dev.marketlake.allinone.suite;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.RecordedMarket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Recorded one-minute bars of a folder, served by the simulator in the provider's own form.
 *
 * @param files folder of SYMBOL.csv or SYMBOL.csv.gz
 * @param config folder with the YAML files; symbols come from the recorded files instead
 * @param rounds how often each symbol and feed is polled; 0 = for ever
 * @param requestsPerSecond to each simulated provider
 */
public record RecordedMarketFolder(Path files, Path config, int rounds, int requestsPerSecond) implements MarketSource {
    private static final int USUAL_PACE = 10;
    private static final int POLL_SECONDS = 10;

    public RecordedMarketFolder {
        files = files.toAbsolutePath().normalize();
        config = config.toAbsolutePath();
        IngestRounds.require(rounds);
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("requestsPerSecond must be at least 1, not " + requestsPerSecond);
        }
    }

    public RecordedMarketFolder(Path files, Path config, int rounds) {
        this(files, config, rounds, USUAL_PACE);
    }

    @Override
    public String describe() {
        return "the recorded bars in " + files;
    }

    @Override
    public MarketPlan plan(DataFolder folder, Ports ports) {
        ConfigFolder.read(config);
        var market = read();
        ConfigCopy.make(config, folder.config(), watchlist(market));
        var providers = new SimulatedProviders(market.stampConvention(), "full", POLL_SECONDS, requestsPerSecond);
        var recording = List.of("--recorded=" + files, "--recorded.stamp=" + market.stampConvention());
        return new MarketPlan(
                folder.config(),
                Optional.of(providers.simulator(ports, recording)),
                providers.ingest(Endpoints.on(ports), rounds));
    }

    private static Watchlist watchlist(RecordedMarket market) {
        return Watchlist.of(market.symbols().stream().map(Symbol::value).toArray(String[]::new));
    }

    private RecordedMarket read() {
        try {
            return RecordedMarket.read(files, Optional.empty());
        } catch (InvalidConfig unusable) {
            throw new SuiteFailure(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
