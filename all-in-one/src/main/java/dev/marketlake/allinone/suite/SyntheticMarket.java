package dev.marketlake.allinone.suite;

import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The simulator's synthetic market on an accelerated clock: keyless, the same for everybody.
 *
 * @param config folder with the YAML files; its symbols are listed, under no other spelling
 */
public record SyntheticMarket(Path config, Clock clock) implements MarketSource {
    private static final SimulatedProviders PROVIDERS = new SimulatedProviders(StampConvention.OPEN, "compact", 5, 10);

    public SyntheticMarket {
        config = config.toAbsolutePath().normalize();
    }

    @Override
    public String describe() {
        return "a synthetic market, " + DemoClock.SPEED + " trading minutes a minute; no keys needed";
    }

    @Override
    public MarketPlan plan(DataFolder folder, Ports ports) {
        var watchlist = ConfigFolder.read(config);
        ConfigCopy.make(config, folder.config(), watchlist);
        var time = DemoClock.resume(folder, clock.instant());
        time.write(folder);
        var market = List.of(
                "--symbols=" + watchlist.symbols().stream().map(Symbol::value).collect(Collectors.joining(",")),
                "--clock.origin=" + time.origin(),
                "--clock.wall-start=" + time.wallStart(),
                "--clock.speed=" + DemoClock.SPEED,
                "--forming-bar=EXCLUDED");
        return new MarketPlan(
                folder.config(),
                Optional.of(PROVIDERS.simulator(ports, market)),
                PROVIDERS.ingest(Endpoints.on(ports), 0));
    }
}
