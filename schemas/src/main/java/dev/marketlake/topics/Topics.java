package dev.marketlake.topics;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.CheckResult;
import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.Performance;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.events.Trade;
import dev.marketlake.serde.GeneratedClasses;
import java.util.List;

/** Every topic of the suite: the only list. */
public final class Topics {
    /** Provider observations, verbatim. Key: symbol. */
    public static final Topic<RawQuote> RAW = new Topic<>("market.raw", RawQuote.class);
    /** Clean canonical bars and their revisions. Key: symbol. */
    public static final Topic<Bar> BARS = new Topic<>("market.bars", Bar.class);
    /** Clean trades and quote snapshots. Key: symbol. */
    public static final Topic<Trade> TRADES = new Topic<>("market.trades", Trade.class);
    /** What providers say of a company, as it changes. Key: symbol. */
    public static final Topic<Fundamentals> FUNDAMENTALS = new Topic<>("market.fundamentals", Fundamentals.class);
    /** Splits and dividends. Key: symbol. */
    public static final Topic<CorporateAction> CORPORATE_ACTIONS =
            new Topic<>("market.corporate-actions", CorporateAction.class);
    /** Readings of each complete valid bar. Key: symbol. */
    public static final Topic<Indicators> INDICATORS = new Topic<>("market.indicators", Indicators.class);
    /** Daily readings of each trade date. Key: symbol. */
    public static final Topic<Performance> PERFORMANCE = new Topic<>("market.performance", Performance.class);
    /** Alerts raised and retracted. Key: symbol. */
    public static final Topic<Alert> ALERTS = new Topic<>("market.alerts", Alert.class);
    /** Raw records that could not be used, whole, with reasons. Key: symbol where known. */
    public static final Topic<RejectedQuote> REJECTED = new Topic<>("market.rejected", RejectedQuote.class);
    /** Counts of raw records by disposition. Key: entry. */
    public static final Topic<LedgerEntry> LEDGER = new Topic<>("market.ledger", LedgerEntry.class);
    /** What quality checks found, and the rows they set aside. Key: table. */
    public static final Topic<CheckResult> QUALITY = new Topic<>("market.quality", CheckResult.class);

    private static final List<Topic<?>> ALL = List.of(
            RAW,
            BARS,
            TRADES,
            FUNDAMENTALS,
            CORPORATE_ACTIONS,
            INDICATORS,
            PERFORMANCE,
            ALERTS,
            REJECTED,
            LEDGER,
            QUALITY);

    static {
        // Whoever knows the topics may write their records, with whatever serializer.
        GeneratedClasses.trust();
    }

    private Topics() {}

    /** All topics, in the order data flows through them. */
    public static List<Topic<?>> all() {
        return ALL;
    }
}
