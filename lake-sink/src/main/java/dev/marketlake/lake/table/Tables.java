package dev.marketlake.lake.table;

import static dev.marketlake.lake.table.LakeTable.append;
import static dev.marketlake.lake.table.LakeTable.upsert;
import static dev.marketlake.lake.table.PartitionField.BUCKET;
import static dev.marketlake.lake.table.PartitionField.INGEST_DATE;
import static dev.marketlake.lake.table.PartitionField.INGEST_HOUR;
import static dev.marketlake.lake.table.PartitionField.INGEST_MONTH;
import static dev.marketlake.lake.table.PartitionField.INTERVAL;
import static dev.marketlake.lake.table.PartitionField.SYMBOL;
import static dev.marketlake.lake.table.PartitionField.TRADE_DATE;
import static dev.marketlake.lake.table.PartitionField.TRADE_MONTH;

import dev.marketlake.topics.Topics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table of the lake: the only list. */
public final class Tables {
    public static final LakeTable RAW_QUOTES = append(
            "bronze.raw_quotes", "What providers said, byte for byte, in the order it came.", Topics.RAW, INGEST_DATE);

    public static final LakeTable BARS = upsert(
                    "silver.bars",
                    "Clean bars of all intervals, valid or not.",
                    Topics.BARS,
                    List.of("symbol", "interval", "open_time", "price_basis"),
                    SYMBOL,
                    TRADE_DATE)
            .partitionableBy(INTERVAL, TRADE_MONTH, BUCKET);

    public static final LakeTable TRADES = upsert(
                    "silver.trades",
                    "Clean trades and quote snapshots.",
                    Topics.TRADES,
                    List.of("trade_id"),
                    TRADE_DATE,
                    BUCKET)
            .partitionableBy(SYMBOL, TRADE_MONTH);

    public static final LakeTable REJECTED = upsert(
                    "silver.rejected",
                    "Raw records that could not be used, whole, with the reasons.",
                    Topics.REJECTED,
                    List.of("raw_topic_id", "raw_partition", "raw_offset"),
                    INGEST_DATE,
                    BUCKET)
            .partitionableBy(INGEST_HOUR, INGEST_MONTH);

    public static final LakeTable FUNDAMENTALS = upsert(
                    "silver.fundamentals",
                    "What providers say of a company, from each moment it changed.",
                    Topics.FUNDAMENTALS,
                    List.of("symbol", "observed_at"),
                    BUCKET)
            .partitionableBy(SYMBOL);

    public static final LakeTable CORPORATE_ACTIONS = upsert(
                    "silver.corporate_actions",
                    "Splits and dividends.",
                    Topics.CORPORATE_ACTIONS,
                    List.of("symbol", "date", "kind"),
                    BUCKET)
            .partitionableBy(SYMBOL);

    public static final LakeTable INDICATORS = upsert(
                    "gold.indicators",
                    "Readings of each complete valid bar.",
                    Topics.INDICATORS,
                    List.of("symbol", "interval", "open_time"),
                    SYMBOL,
                    TRADE_DATE)
            .partitionableBy(INTERVAL, TRADE_MONTH, BUCKET);

    public static final LakeTable PERFORMANCE = upsert(
                    "gold.performance",
                    "Daily readings of each trade date.",
                    Topics.PERFORMANCE,
                    List.of("symbol", "trade_date"),
                    SYMBOL)
            .partitionableBy(TRADE_DATE, TRADE_MONTH, BUCKET);

    public static final LakeTable ALERTS = upsert(
                    "gold.alerts", "Alerts, raised or retracted.", Topics.ALERTS, List.of("alert_id"), SYMBOL)
            .partitionableBy(INTERVAL, TRADE_DATE, TRADE_MONTH, BUCKET);

    public static final LakeTable DAILY_BARS = upsert(
                    "gold.daily_bars",
                    "One complete valid bar as traded per symbol and trade date.",
                    Topics.BARS,
                    List.of("symbol", "trade_date"),
                    SYMBOL)
            .partitionableBy(TRADE_DATE, TRADE_MONTH, BUCKET)
            .ruledBy(new DailyBars());

    public static final LakeTable LEDGER =
            upsert("gold.ledger", "Counts of raw records by disposition.", Topics.LEDGER, List.of("entry"), BUCKET);

    public static final LakeTable QUALITY = upsert(
            "gold.quality",
            "What quality checks found, and rows set aside.",
            Topics.QUALITY,
            List.of("result_id"),
            BUCKET);

    private static final List<LakeTable> ALL = List.of(
            RAW_QUOTES,
            BARS,
            TRADES,
            REJECTED,
            FUNDAMENTALS,
            CORPORATE_ACTIONS,
            INDICATORS,
            ALERTS,
            DAILY_BARS,
            PERFORMANCE,
            LEDGER,
            QUALITY);

    private Tables() {}

    /** All tables, Bronze first. */
    public static List<LakeTable> all() {
        return ALL;
    }

    /** Names of all tables, Bronze first, the derived ones last. */
    public static List<String> names() {
        return Stream.concat(
                        ALL.stream().map(LakeTable::name),
                        StarSchema.all().stream().map(DerivedTable::name))
                .toList();
    }

    /** The table of a name such as {@code silver.bars}. */
    public static Optional<LakeTable> of(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
