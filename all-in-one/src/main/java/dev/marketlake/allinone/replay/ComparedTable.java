package dev.marketlake.allinone.replay;

import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.util.List;

/**
 * A table of the lake and the job's records that call for its rows.
 *
 * @param name of the table
 * @param topic what feeds it
 * @param identity columns that tell its records apart
 * @param key columns that tell its rows apart
 * @param standing condition on a record, or a row, that has a row in what is compared
 */
record ComparedTable(String name, Topic<?> topic, List<String> identity, List<String> key, String standing) {
    private static final List<String> BAR = List.of("symbol", "interval", "open_time", "price_basis");
    private static final List<String> READING = List.of("symbol", "interval", "open_time");

    /** Every table that a job derives. */
    static final List<ComparedTable> ALL = List.of(
            new ComparedTable("silver.bars", Topics.BARS, BAR, BAR, "NOT deleted"),
            new ComparedTable("gold.indicators", Topics.INDICATORS, READING, READING, "NOT deleted"),
            new ComparedTable(
                    "gold.alerts",
                    Topics.ALERTS,
                    List.of("alert_id"),
                    List.of("alert_id"),
                    "state = 'RAISED' AND kind <> 'STALE_FEED'"),
            new ComparedTable(
                    "gold.daily_bars",
                    Topics.BARS,
                    BAR,
                    List.of("symbol", "trade_date"),
                    "interval = '1d' AND price_basis = 'RAW' AND valid AND complete AND NOT deleted"));

    /**
     * Query of the rows that its records come to.
     *
     * @param landed view of the records
     * @param scope condition on symbol and trade_date
     */
    String rows(String landed, String scope) {
        return "SELECT * FROM (SELECT * FROM " + landed + " WHERE " + scope
                + " QUALIFY row_number() OVER (PARTITION BY " + String.join(", ", identity)
                + " ORDER BY kafka_offset DESC) = 1) WHERE " + standing;
    }

    /** For names of views. */
    String word() {
        return name.substring(name.indexOf('.') + 1);
    }
}
