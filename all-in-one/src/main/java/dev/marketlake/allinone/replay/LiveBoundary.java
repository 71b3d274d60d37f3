package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * First trade date of each symbol that is live's to write. The newest bar is taken from silver.bars: the lake may lag behind live, so this is
 * never later than live's own.
 *
 * @param first by symbol; a symbol without bars has none, all its dates are before it
 */
record LiveBoundary(Map<String, LocalDate> first) {
    LiveBoundary {
        first = Map.copyOf(first);
    }

    /** @param depthSessions trade dates that live corrects, the newest included */
    static LiveBoundary of(Lake lake, Watchlist watchlist, int depthSessions, Path spill) {
        var first = new TreeMap<String, LocalDate>();
        var bars = lake.live("silver.bars", file -> true);
        if (bars.isPresent()) {
            try (var session = LakeSession.open(spill)) {
                session.lay(bars.get());
                session.each(
                        "SELECT symbol, max(trade_date) FROM silver.bars WHERE interval <> '1d' GROUP BY symbol",
                        row -> {
                            var symbol = new Symbol(String.valueOf(row.get(0)));
                            var newest = (LocalDate) requireNonNull(row.get(1));
                            watchlist
                                    .calendar(symbol)
                                    .ifPresent(calendar -> first.put(
                                            symbol.value(), calendar.sessionsBefore(newest, depthSessions - 1)));
                        });
            }
        }
        return new LiveBoundary(first);
    }

    boolean isBefore(String symbol, LocalDate date) {
        var boundary = first.get(symbol);
        return boundary == null || date.isBefore(boundary);
    }

    /** Condition on symbol and trade_date: the dates of these symbols that are not live's. */
    String condition(Collection<String> symbols) {
        return symbols.stream()
                .map(symbol -> "symbol = " + LakeSession.text(symbol)
                        + (first.get(symbol) == null
                                ? ""
                                : " AND trade_date < DATE " + LakeSession.text(String.valueOf(first.get(symbol)))))
                .collect(Collectors.joining(") OR (", "((", "))"));
    }

    /** For people: from when on dates are live's. */
    String describe(Collection<String> symbols) {
        var dates = symbols.stream()
                .filter(first::containsKey)
                .map(first::get)
                .collect(Collectors.toCollection(TreeSet::new));
        if (dates.isEmpty()) {
            return "no dates are live's yet";
        }
        return dates.size() == 1
                ? "dates from " + dates.getFirst() + " on are live's and stay as they are"
                : "dates from " + dates.getFirst() + " to " + dates.getLast()
                        + " on, depending on the symbol, are live's and stay as they are";
    }
}
