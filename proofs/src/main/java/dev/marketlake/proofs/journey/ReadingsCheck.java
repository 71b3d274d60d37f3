package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.oracle.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 15-minute and 1-hour means and volatilities of three symbols against their definition. */
final class ReadingsCheck {
    private static final double TOLERANCE = 1e-9;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Differences differences = new Differences();
    private long compared;
    private double largest;

    /**
     * What was compared.
     *
     * @param symbols the most, the middling and the least traded
     * @param largest absolute difference
     */
    record Outcome(List<String> symbols, long compared, double largest) {}

    private ReadingsCheck() {}

    static Outcome run(Collection<RecordedBar> valid, Lake lake) {
        var bySymbol =
                valid.stream().collect(Collectors.groupingBy(bar -> bar.key().symbol()));
        var symbols = three(bySymbol);
        var check = new ReadingsCheck();
        symbols.forEach(symbol -> check.compare(symbol, bySymbol.getOrDefault(symbol, List.of()), lake));
        check.differences.requireNone("gold.indicators against their definition");
        return new Outcome(symbols, check.compared, check.largest);
    }

    private static List<String> three(Map<String, List<RecordedBar>> bySymbol) {
        var byActivity = bySymbol.keySet().stream()
                .sorted(Comparator.<String>comparingInt(symbol ->
                                bySymbol.getOrDefault(symbol, List.of()).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return List.of(byActivity.getFirst(), byActivity.get(byActivity.size() / 2), byActivity.getLast()).stream()
                .distinct()
                .toList();
    }

    private void compare(String symbol, List<RecordedBar> bars, Lake lake) {
        var readings = new Readings(bars.stream()
                .sorted(Comparator.comparing(RecordedBar::key))
                .map(bar -> new Readings.Point(bar.key().openTime(), bar.close().doubleValue()))
                .toList());
        var stored = stored(symbol, lake);
        for (var point : readings.series()) {
            var row = stored.remove(point.openTime());
            if (row == null) {
                differences.add(symbol + " " + point.openTime() + " has no readings");
            } else {
                compare(symbol, point.openTime(), readings, row);
            }
        }
        stored.keySet().forEach(time -> differences.add(symbol + " " + time + " has readings and no bar"));
    }

    private void compare(String symbol, Instant at, Readings readings, Rows.Row row) {
        var place = symbol + " " + at + " ";
        near(place + "ma_15m", readings.mean(at, QUARTER), row.real("ma_15m"));
        near(place + "ma_1h", readings.mean(at, HOUR), row.real("ma_1h"));
        near(place + "volatility_15m", readings.volatility(at, QUARTER), row.real("volatility_15m"));
        near(place + "volatility_1h", readings.volatility(at, HOUR), row.real("volatility_1h"));
    }

    private void near(String what, @Nullable Double expected, @Nullable Double found) {
        compared++;
        if (expected == null || found == null) {
            differences.unlessEqual(what, String.valueOf(expected), String.valueOf(found));
            return;
        }
        var difference = Math.abs(expected - found);
        largest = Math.max(largest, difference);
        if (!(difference <= TOLERANCE)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private static Map<Instant, Rows.Row> stored(String symbol, Lake lake) {
        var rows = new Rows();
        lake.query(
                "select open_time, ma_15m, ma_1h, volatility_15m, volatility_1h from gold.indicators"
                        + " where interval = '1m' and symbol = '" + symbol.replace("'", "''") + "'",
                rows);
        var byTime = new HashMap<Instant, Rows.Row>();
        rows.stream().forEach(row -> byTime.put(row.instant("open_time"), row));
        return byTime;
    }
}
