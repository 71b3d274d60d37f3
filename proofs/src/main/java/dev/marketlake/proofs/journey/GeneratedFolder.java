package dev.marketlake.proofs.journey;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.CsvExport;
import dev.marketlake.simulator.market.Liquidity;
import dev.marketlake.simulator.market.SyntheticMarket;
import dev.marketlake.simulator.market.SyntheticSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Recorded files of a synthetic market: liquid symbols, one thin one with absent minutes, one index without volume. */
public final class GeneratedFolder {
    private static final long SEED = 20190211;
    /** A Monday of a week without holidays, so that the sessions are neighbours. */
    private static final LocalDate MONDAY = LocalDate.of(2019, 2, 11);

    private static final List<String> LIQUID = List.of("AAPL", "MSFT", "SPY", "TSLA", "JPM", "BAC", "AMZN", "MU");

    private GeneratedFolder() {}

    /**
     * Writes the files.
     *
     * @param symbols at least 3, at most 10
     * @param days 1 to 5
     */
    public static Path in(Path folder, int symbols, int days) {
        var listed = new TreeMap<Symbol, Liquidity>();
        LIQUID.stream().limit(symbols - 2L).forEach(symbol -> listed.put(new Symbol(symbol), Liquidity.LIQUID));
        listed.put(new Symbol("UGA"), Liquidity.THIN);
        listed.put(new Symbol("VIX"), Liquidity.INDEX);
        var market = new SyntheticMarket(SyntheticSettings.of(SEED, listed));
        try {
            CsvExport.write(market, listed.keySet(), MONDAY, MONDAY.plusDays(days - 1L), folder);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write recorded files to " + folder, failure);
        }
    }
}
