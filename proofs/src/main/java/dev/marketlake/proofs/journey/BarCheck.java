package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;
import java.util.HashMap;
import java.util.Map;

/** silver.bars against the files: every distinct minute, nothing else, equal values. */
final class BarCheck {
    private static final String BARS = "select symbol, open_time, open, high, low, close, volume, valid, complete,"
            + " violations from silver.bars where interval = '1m'";

    private final RecordedFolder files;
    private final Map<RecordedBar.Key, Rows.Row> found = new HashMap<>();
    private final Differences differences = new Differences();

    private BarCheck(RecordedFolder files) {
        this.files = files;
    }

    /** Returns the minutes whose bars are valid, for what is derived from them. */
    static Map<RecordedBar.Key, RecordedBar> run(RecordedFolder files, Lake lake) {
        var check = new BarCheck(files);
        check.take(lake);
        check.compare();
        check.differences.requireNone("silver.bars against the files");
        return check.valid();
    }

    private void take(Lake lake) {
        var rows = new Rows();
        lake.query(BARS, rows);
        rows.stream().forEach(row -> {
            var key = new RecordedBar.Key(row.text("symbol"), row.instant("open_time"));
            if (found.put(key, row) != null) {
                differences.add(key + " stands twice");
            }
            if (!files.byMinute().containsKey(key)) {
                differences.add(key + " is in no file");
            }
        });
    }

    private void compare() {
        for (var bar : files.bars()) {
            var row = found.get(bar.key());
            if (row == null) {
                differences.add(bar.key() + " is missing");
            } else {
                compare(bar, row);
            }
        }
    }

    private void compare(RecordedBar bar, Rows.Row row) {
        var stored = new RecordedBar(
                bar.key(),
                row.number("open"),
                row.number("high"),
                row.number("low"),
                row.number("close"),
                row.number("volume"));
        differences.unlessEqual(bar.key().toString(), bar.values(), stored.values());
        differences.unlessEqual(bar.key() + " complete", true, row.flag("complete"));
        if (bar.volume().signum() == 0) {
            differences.unlessEqual(bar.key() + " without volume valid", true, row.flag("valid"));
            differences.unlessEqual(
                    bar.key() + " without volume noted",
                    true,
                    row.text("violations").contains("ZERO_VOLUME"));
        }
    }

    private Map<RecordedBar.Key, RecordedBar> valid() {
        var valid = new HashMap<RecordedBar.Key, RecordedBar>();
        files.bars().forEach(bar -> {
            var row = found.get(bar.key());
            if (row != null && row.flag("valid")) {
                valid.put(bar.key(), bar);
            }
        });
        return valid;
    }
}
