package dev.marketlake.allinone.suite;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nobody is polled: raw quotes are published by whoever started the suite.
 *
 * @param config folder with the YAML files; the symbols come from here instead
 * @param symbols to follow, on the NYSE calendar
 */
public record PublishedMarket(Path config, List<Symbol> symbols) implements MarketSource {
    public PublishedMarket {
        config = config.toAbsolutePath();
        symbols = List.copyOf(symbols);
    }

    @Override
    public String describe() {
        return "what is published to market.raw from outside";
    }

    @Override
    public MarketPlan plan(DataFolder folder, Ports ports) {
        ConfigFolder.read(config);
        ConfigCopy.make(
                config,
                folder.config(),
                Watchlist.of(symbols.stream().map(Symbol::value).toArray(String[]::new)));
        return new MarketPlan(folder.config(), Optional.empty(), Map.of());
    }
}
