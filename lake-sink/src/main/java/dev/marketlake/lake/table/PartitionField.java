package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a table can be partitioned by; the lower-case name is the column. */
public enum PartitionField {
    /** The record's symbol. */
    SYMBOL,
    /** Length of the bar. */
    INTERVAL,
    /** The record's trade date. */
    TRADE_DATE,
    /** Month of the trade date, {@code 2019-02}. */
    TRADE_MONTH,
    /** UTC date of the Kafka timestamp; for rejected quotes that of the raw record. */
    INGEST_DATE,
    /** UTC hour of the same, {@code 2026-11-20T15}. */
    INGEST_HOUR,
    /** UTC month of the same, {@code 2026-11}. */
    INGEST_MONTH,
    /** Kafka partition of the record. */
    BUCKET;

    private static final long MICROS_PER_MILLI = 1000;
    private static final int LENGTH_OF_HOUR = "2026-11-20T15".length();
    private static final int LENGTH_OF_MONTH = "2026-11".length();

    /** Name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of a column name; empty where there is none. */
    public static Optional<PartitionField> of(String column) {
        for (PartitionField field : values()) {
            if (field.column().equals(column)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The column this adds to a table; empty where it is one of the record's own. */
    Optional<Cell> derived() {
        return switch (this) {
            case SYMBOL, INTERVAL, TRADE_DATE -> Optional.empty();
            case TRADE_MONTH -> Optional.of(text("Month of the trade date.", arrival -> tradeMonth(arrival)));
            case INGEST_DATE ->
                Optional.of(new Cell(
                        new Column(column(), RowType.date(), "UTC date of the raw record's Kafka timestamp."),
                        arrival -> Math.toIntExact(LocalDate.ofInstant(ingested(arrival), ZoneOffset.UTC)
                                .toEpochDay())));
            case INGEST_HOUR ->
                Optional.of(text(
                        "UTC hour of the raw record's Kafka timestamp.",
                        arrival -> ingested(arrival).toString().substring(0, LENGTH_OF_HOUR)));
            case INGEST_MONTH ->
                Optional.of(text(
                        "UTC month of the raw record's Kafka timestamp.",
                        arrival -> ingested(arrival).toString().substring(0, LENGTH_OF_MONTH)));
            case BUCKET ->
                Optional.of(new Cell(
                        new Column(column(), Schema.create(Schema.Type.INT), "Kafka partition of the record."),
                        arrival -> arrival.record().partition()));
        };
    }

    private Cell text(String doc, Cell.Source source) {
        return new Cell(new Column(column(), RowType.text(), doc), source);
    }

    private static @Nullable Object tradeMonth(Arrival arrival) {
        Object day = field(arrival, "tradeDate");
        return day == null
                ? null
                : LocalDate.ofEpochDay((Integer) day).toString().substring(0, LENGTH_OF_MONTH);
    }

    /** A rejected quote belongs to the day its raw record came: however often it is rejected again, its row stays in one place. */
    private static Instant ingested(Arrival arrival) {
        Object raw = field(arrival, "rawTimestamp");
        return raw == null
                ? Instant.ofEpochMilli(arrival.record().timestamp())
                : Instant.ofEpochMilli(Math.floorDiv((Long) raw, MICROS_PER_MILLI));
    }

    private static @Nullable Object field(Arrival arrival, String name) {
        var value = arrival.value();
        var field = value == null ? null : value.getSchema().getField(name);
        return value == null || field == null ? null : value.get(field.pos());
    }
}
