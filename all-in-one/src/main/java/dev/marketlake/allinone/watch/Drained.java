package dev.marketlake.allinone.watch;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** A suite with everything in the lake. */
public record Drained(IngestReport ingest, Figures figures, LedgerTotals ledger) {

    /** For example {@code drained: 28,146 raw events (28,130 accepted, ...), 3 alerts; rows: silver.bars 28,210, ...; 41.0 s}. */
    public String summary(Duration taken) {
        var rows = figures.rows().entrySet().stream()
                .map(table -> String.format(Locale.ROOT, "%s %,d", table.getKey(), table.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "drained: %,d raw events (%,d accepted, %,d revised, %,d duplicate, %,d superseded, %,d rejected,"
                        + " %,d beyond depth), %,d alerts, %,d fetches given up; rows: %s; %.1f s",
                figures.rawEvents(),
                ledger.accepted(),
                ledger.revised(),
                ledger.duplicate(),
                ledger.superseded(),
                ledger.rejected(),
                ledger.beyondDepth(),
                figures.rowsOf("gold.alerts"),
                ingest.failedForGood().size(),
                rows,
                taken.toMillis() / 1000.0);
    }
}
