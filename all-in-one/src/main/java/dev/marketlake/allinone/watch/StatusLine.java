package dev.marketlake.allinone.watch;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link Figures} as one line; times are UTC. */
public final class StatusLine {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private StatusLine() {}

    /**
     * For example {@code 14:03:07  raw 4,210 (+84/s)  lag stream 0, sink 12  rows bronze.raw_quotes 4,198 silver.bars
     * 960  alert 14:03:01 NVDA 1m at ...}.
     */
    public static String of(Figures figures) {
        return String.format(
                Locale.ROOT,
                "%s  raw %,d (+%,.0f/s)  lag stream %,d, sink %,d  %s%s",
                TIME.format(figures.at()),
                figures.rawEvents(),
                figures.rawPerSecond(),
                figures.streamLag(),
                figures.sinkLag(),
                rows(figures),
                figures.lastAlert().map(StatusLine::alert).orElse("  no alert yet"));
    }

    private static String rows(Figures figures) {
        return figures.rows().isEmpty()
                ? "no table yet"
                : figures.rows().entrySet().stream()
                        .map(table -> String.format(Locale.ROOT, "%s %,d", shortName(table.getKey()), table.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static String shortName(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    private static String alert(Figures.LastAlert alert) {
        return "  alert " + TIME.format(alert.raisedAt()) + " " + alert.message();
    }
}
