package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** gold.daily_bars against days folded here from the valid minutes of the files. */
final class DailyCheck {
    private static final String DAILY =
            "select symbol, trade_date, open, high, low, close, volume, child_count," + " source from gold.daily_bars";

    private DailyCheck() {}

    /** Returns the number of days. */
    static int run(Collection<RecordedBar> valid, Lake lake) {
        var expected = new TreeMap<String, String>();
        days(valid).forEach((day, minutes) -> expected.put(day, folded(minutes)));
        var differences = new Differences();
        var rows = new Rows();
        lake.query(DAILY, rows);
        rows.stream().forEach(row -> {
            var day = day(row.text("symbol"), row.date("trade_date"));
            var fold = expected.remove(day);
            differences.unlessEqual(day, fold == null ? "no such day" : fold, stored(row));
            differences.unlessEqual(day + " source", "DERIVED", row.text("source"));
        });
        expected.keySet().forEach(day -> differences.add(day + " is missing"));
        differences.requireNone("gold.daily_bars against the files");
        return (int) rows.stream().count();
    }

    private static Map<String, List<RecordedBar>> days(Collection<RecordedBar> bars) {
        var days = new TreeMap<String, List<RecordedBar>>();
        bars.stream()
                .sorted(Comparator.comparing(RecordedBar::key))
                .forEach(bar -> days.computeIfAbsent(day(bar.key().symbol(), bar.tradeDate()), day -> new ArrayList<>())
                        .add(bar));
        return days;
    }

    private static String day(String symbol, LocalDate date) {
        return symbol + " " + date;
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
