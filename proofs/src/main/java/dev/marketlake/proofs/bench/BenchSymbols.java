package dev.marketlake.proofs.bench;

import dev.marketlake.market.Symbol;
import java.util.List;
import java.util.stream.IntStream;

/** The symbols of a bench, by number. */
final class BenchSymbols {
    /** As many names as there are of three letters. */
    static final int MOST = 26 * 26 * 26;

    private BenchSymbols() {}

    /** A valid symbol for each number. @param number from 0, below {@link #MOST} */
    static String name(int number) {
        return "BX" + (char) ('A' + number / 676 % 26) + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }

    static List<Symbol> first(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Symbol(name(number)))
                .toList();
    }
}
