package dev.marketlake.allinone.replay;

import dev.marketlake.market.Symbol;
import java.time.LocalDate;
import java.util.List;

/**
 * What to derive once more.
 *
 * @param from first trade date
 * @param to last trade date
 * @param symbols at least one
 * @param rate raw events per second at most; 0 for as many as there can be
 * @param threads stream threads of the job, at least 1
 */
public record ReplayRequest(
        LocalDate from, LocalDate to, List<String> symbols, Source source, Purpose purpose, int threads, int rate) {

    /** Where raw events are taken from. */
    public enum Source {
        /** bronze.raw_quotes, as far back as the lake goes. */
        BRONZE,
        /** market.raw, as far back as its retention goes. */
        KAFKA
    }

    /** What the derived rows are for. */
    public enum Purpose {
        /** To be compared with the lake. */
        VERIFY,
        /** To take the place of rows of the lake that differ. */
        REWRITE,
        /** To be queried as what was known at the job's clock. */
        KNOWN
    }

    public ReplayRequest {
        symbols = symbols.stream().distinct().sorted().toList();
        if (to.isBefore(from)) {
            throw new ReplayFailure(
                    "the range ends on " + to + ", before it begins on " + from + ": exchange the dates");
        }
        if (symbols.isEmpty()) {
            throw new ReplayFailure("no symbols: name some, or list some in symbols.yml");
        }
        if (threads < 1) {
            throw new ReplayFailure("threads must be 1 or more, not " + threads);
        }
        if (rate < 0) {
            throw new ReplayFailure("rate must be 0 (no limit) or more events a second, not " + rate);
        }
        symbols.forEach(ReplayRequest::requireSymbol);
        if (source == Source.KAFKA && purpose == Purpose.KNOWN) {
            throw new ReplayFailure("market.raw no longer holds all that was known then: derive it from bronze");
        }
        if (source == Source.KAFKA && purpose == Purpose.REWRITE) {
            throw new ReplayFailure("what market.raw no longer holds would be taken for gone: replay it with --verify,"
                    + " or from bronze");
        }
    }

    private static void requireSymbol(String symbol) {
        if (!Symbol.isValid(symbol)) {
            throw new ReplayFailure(
                    "'" + symbol + "' is no symbol: write it as in symbols.yml, for example AAPL or BRK-B");
        }
    }

    /** Condition in SQL on the rows it is about, by symbol and trade_date. */
    String scope() {
        return BronzeRows.of(symbols) + " AND trade_date BETWEEN DATE '" + from + "' AND DATE '" + to + "'";
    }

    /** For people. */
    String describe() {
        return from + " to " + to + " of "
                + (symbols.size() <= 8 ? String.join(" ", symbols) : symbols.size() + " symbols");
    }
}
