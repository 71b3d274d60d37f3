package dev.marketlake.allinone.suite;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/** A run's own config folder: a copy of another one, with the symbols that its simulator lists. */
public final class ConfigCopy {
    private ConfigCopy() {}

    /** Replaces what an earlier run left there. */
    public static void make(Path from, Path to, Watchlist symbols) {
        try {
            Files.createDirectories(to);
            try (var files = Files.newDirectoryStream(from, "*.yml")) {
                for (var file : files) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.writeString(to.resolve("symbols.yml"), symbolsFile(symbols));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot copy the configuration " + from + " to " + to, failure);
        }
    }

    private static String symbolsFile(Watchlist watchlist) {
        return watchlist.symbols().stream()
                .map(symbol ->
                        "  - {symbol: \"" + symbol.value() + "\", calendar: \"" + calendar(watchlist, symbol) + "\"}")
                .collect(Collectors.joining(
                        "\n", "# Written by marketlake: what the simulator lists, in its spelling.\nsymbols:\n", "\n"));
    }

    private static String calendar(Watchlist watchlist, Symbol symbol) {
        return watchlist.calendar(symbol).orElseThrow().name();
    }
}
