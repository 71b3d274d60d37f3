package dev.marketlake.allinone.watch;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A suite at one moment.
 *
 * @param rawEvents ever written to the raw topic
 * @param rawPerSecond over the last 10 s or so, 0 at the first look
 * @param streamLag raw records the stream processor has not committed
 * @param sinkLag records no table has committed
 * @param rows by table name
 * @param lastAlert raised last
 */
public record Figures(
        Instant at,
        long rawEvents,
        double rawPerSecond,
        long streamLag,
        long sinkLag,
        SortedMap<String, Long> rows,
        Optional<LastAlert> lastAlert) {

    public Figures {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * An alert.
     *
     * @param message one line, as the alert says it
     */
    public record LastAlert(Instant raisedAt, String symbol, String rule, String message) {}

    /** Rows of one table; 0 where it is not there yet. */
    public long rowsOf(String table) {
        return rows.getOrDefault(table, 0L);
    }

    static SortedMap<String, Long> none() {
        return new TreeMap<>(Map.of());
    }
}
