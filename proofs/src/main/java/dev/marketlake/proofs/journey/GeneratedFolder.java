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
import java.util.SortedMap;
import java.util.TreeMap;

/** Recorded files of a synthetic market: liquid symbols, one thin one with absent minutes, one index without volume. */
public final class GeneratedFolder {
    private static final long SEED = 20190211;
    /** First trade date: the Monday of a week without holidays, so that the sessions are neighbours. */
    public static final LocalDate FIRST = LocalDate.of(2019, 2, 11);

    /** Calendar days with nine sessions: more than the live depth. */
    public static final int TWO_WEEKS = 12;

    private static final List<String> LIQUID = List.of("AAPL", "MSFT", "SPY", "TSLA", "JPM", "BAC", "AMZN", "MU");

    private GeneratedFolder() {}

    /**
     * Writes the files.
     *
     * @param symbols at least 3, at most 10
     * @param days calendar days, at least 1; the second week begins with a holiday
     */
    public static Path in(Path folder, int symbols, int days) {
        var listed = listed(symbols);
        var market = new SyntheticMarket(SyntheticSettings.of(SEED, listed));
        try {
            CsvExport.write(market, listed.keySet(), FIRST, FIRST.plusDays(days - 1L), folder);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write recorded files to " + folder, failure);
        }
    }

    /** The symbols of such a folder. */
    public static List<String> symbols(int symbols) {
        return listed(symbols).keySet().stream().map(Symbol::value).toList();
    }

    private static SortedMap<Symbol, Liquidity> listed(int symbols) {
        var listed = new TreeMap<Symbol, Liquidity>();
        LIQUID.stream().limit(symbols - 2L).forEach(symbol -> listed.put(new Symbol(symbol), Liquidity.LIQUID));
        listed.put(new Symbol("UGA"), Liquidity.THIN);
        listed.put(new Symbol("VIX"), Liquidity.INDEX);
        return listed;
    }
}
