package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Roll-ups against those folded here from the valid minutes of the files: days, and the coarser bars of a day. */
final class RollUpCheck {
    private static final String VALUES =
            "select symbol, trade_date, open_time, open, high, low, close, volume, child_count, source";
    private static final Map<String, Integer> MINUTES = Map.of("5m", 5, "15m", 15, "30m", 30, "1h", 60);
    private static final int OPENING = 9 * 60 + 30;

    private RollUpCheck() {}

    /** How many were compared. */
    record Compared(int days, int coarser) {}

    static Compared run(Collection<RecordedBar> valid, Lake lake) {
        var sorted =
                valid.stream().sorted(Comparator.comparing(RecordedBar::key)).toList();
        int days = compare("gold.daily_bars", "true", folds(sorted, RollUpCheck::day), lake);
        int coarser = 0;
        for (var interval : new TreeMap<>(MINUTES).entrySet()) {
            var folds = folds(sorted, bar -> slot(bar, interval.getValue()));
            coarser += compare("silver.bars", "interval = '" + interval.getKey() + "'", folds, lake);
        }
        return new Compared(days, coarser);
    }

    private static int compare(String table, String which, Map<String, String> expected, Lake lake) {
        var differences = new Differences();
        var rows = new Rows();
        lake.query(VALUES + " from " + table + " where " + which, rows);
        rows.stream().forEach(row -> {
            var place = row.text("symbol") + " " + row.instant("open_time");
            var fold = expected.remove(place);
            differences.unlessEqual(place, fold == null ? "no such bar" : fold, stored(row));
            differences.unlessEqual(place + " source", "DERIVED", row.text("source"));
        });
        expected.keySet().forEach(place -> differences.add(place + " is missing"));
        differences.requireNone(table + " where " + which + " against the files");
        return (int) rows.stream().count();
    }

    /** What the minutes of each place fold to. @param minutes in order of time */
    private static Map<String, String> folds(List<RecordedBar> minutes, Function<RecordedBar, Instant> start) {
        var children = new TreeMap<String, List<RecordedBar>>();
        for (var bar : minutes) {
            children.computeIfAbsent(bar.key().symbol() + " " + start.apply(bar), place -> new ArrayList<>())
                    .add(bar);
        }
        var folds = new TreeMap<String, String>();
        children.forEach((place, bars) -> folds.put(place, folded(bars)));
        return folds;
    }

    private static Instant day(RecordedBar bar) {
        return at(bar, OPENING);
    }

    /** On the clock grid from midnight in New York, cut at the opening. */
    private static Instant slot(RecordedBar bar, int length) {
        var local = LocalTime.ofInstant(bar.key().openTime(), RecordedBar.NEW_YORK);
        int minute = local.getHour() * 60 + local.getMinute();
        return at(bar, Math.max(OPENING, minute - minute % length));
    }

    private static Instant at(RecordedBar bar, int minute) {
        return bar.tradeDate()
                .atTime(minute / 60, minute % 60)
                .atZone(RecordedBar.NEW_YORK)
                .toInstant();
    }

    /** Open of the first minute, highest high, lowest low, close of the last, sum of volumes, number of minutes. */
    private static String folded(List<RecordedBar> minutes) {
        var high = minutes.stream()
                .map(RecordedBar::high)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var low = minutes.stream()
                .map(RecordedBar::low)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var volume = minutes.stream().map(RecordedBar::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        var first = minutes.getFirst();
        return new RecordedBar(
                                first.key(),
                                first.open(),
                                high,
                                low,
                                minutes.getLast().close(),
                                volume)
                        .values() + " of " + minutes.size();
    }

    private static String stored(Rows.Row row) {
        return RecordedBar.plain(row.number("open")) + " " + RecordedBar.plain(row.number("high")) + " "
                + RecordedBar.plain(row.number("low")) + " " + RecordedBar.plain(row.number("close")) + " "
                + RecordedBar.plain(row.number("volume")) + " of " + row.whole("child_count");
    }
}
