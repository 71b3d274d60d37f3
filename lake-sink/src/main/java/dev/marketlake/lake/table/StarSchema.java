package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import java.util.List;
import org.apache.avro.Schema;

/** The derived tables: dimensions of the star whose facts are gold.daily_bars, gold.performance, gold.indicators and gold.alerts, and a view for BI. */
public final class StarSchema {
    private static final Schema TEXT = RowType.text();
    private static final Schema WHOLE = Schema.create(Schema.Type.INT);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);
    private static final Schema NUMBER = Schema.create(Schema.Type.DOUBLE);
    private static final Schema FLAG = Schema.create(Schema.Type.BOOLEAN);
    private static final Schema PRICE = RowType.decimal(18, 8);

    public static final DerivedTable DIM_SYMBOL = new DerivedTable(
            "gold.dim_symbol",
            "Symbols with what is known of the company, history kept: a row for each time it changed (slowly changing, type 2).",
            List.of(Tables.FUNDAMENTALS.name(), Tables.DAILY_BARS.name()),
            List.of("symbol", "version"),
            List.of(
                    column("symbol", TEXT, "Instrument symbol in Marketlake's own spelling."),
                    column("version", WHOLE, "1 for the first row of the symbol, then one more at each change."),
                    column("name", TEXT, "Name of the company; null where no source has said it yet."),
                    column("sector", TEXT, "Sector, as the source names it; null where no source has said it yet."),
                    column("currency", TEXT, "Currency of the listing; null where no source has said it yet."),
                    column(
                            "calendar",
                            TEXT,
                            "Exchange calendar, see gold.dim_date; null where the symbol is not followed."),
                    column(
                            "valid_from",
                            RowType.instant(),
                            "From when the row holds, UTC; 1970-01-01 in the first row."),
                    column("valid_to", RowType.instant(), "Until when, not included, UTC; 9999-12-31 in the last row."),
                    column("is_current", FLAG, "Whether it is the last row of the symbol."),
                    column(
                            "observed_at",
                            RowType.instant(),
                            "When we knew it, UTC; null where no source has said anything.")),
            List.of());

    public static final DerivedTable DIM_DATE = new DerivedTable(
            "gold.dim_date",
            "Dates with the sessions of each exchange calendar in use, from the year of the first trade date to the end of next year.",
            List.of(Tables.DAILY_BARS.name()),
            List.of("calendar", "date"),
            List.of(
                    column("calendar", TEXT, "Exchange calendar, for example NYSE."),
                    column("date", RowType.date(), "Date in the exchange's zone."),
                    column("date_key", WHOLE, "The same as a number, 20190215."),
                    column("year", WHOLE, "Calendar year."),
                    column("quarter", WHOLE, "Quarter of the year, 1 to 4."),
                    column("month", WHOLE, "Month, 1 to 12."),
                    column("month_name", TEXT, "English name of the month."),
                    column("day", WHOLE, "Day of the month."),
                    column("day_of_week", WHOLE, "1 for Monday to 7 for Sunday."),
                    column("day_name", TEXT, "English name of the day."),
                    column("iso_year", WHOLE, "Year of the ISO week."),
                    column("iso_week", WHOLE, "ISO week, 1 to 53."),
                    column("is_session", FLAG, "Whether the exchange trades."),
                    column(
                            "session_open",
                            RowType.instant(),
                            "Open of the regular session, UTC; null where it does not trade."),
                    column(
                            "session_close",
                            RowType.instant(),
                            "Close of the regular session, UTC; null where it does not trade."),
                    column("is_half_day", FLAG, "Whether the regular session is shorter than usual."),
                    column("previous_session", RowType.date(), "The last date before with a session.")),
            List.of("calendar"));

    public static final DerivedTable DIM_TIME = new DerivedTable(
            "gold.dim_time",
            "The minutes of a day in the zone of each exchange calendar in use.",
            List.of(),
            List.of("calendar", "minute_of_day"),
            List.of(
                    column("calendar", TEXT, "Exchange calendar, for example NYSE."),
                    column("minute_of_day", WHOLE, "Minutes since midnight in the exchange's zone, 0 to 1439."),
                    column("time", TEXT, "The same as text, 09:30."),
                    column("hour", WHOLE, "Hour, 0 to 23."),
                    column("minute", WHOLE, "Minute, 0 to 59."),
                    column("session", TEXT, "PRE, REGULAR, POST or CLOSED on a date with a whole session."),
                    column(
                            "minute_of_session",
                            WHOLE,
                            "Minutes since the open of the regular session; null outside it.")),
            List.of("calendar"));

    public static final DerivedTable MARKET_VIEW = new DerivedTable(
            "gold.market_view",
            "For BI: the daily bar, the performance and the alerts of each symbol and trade date in one row.",
            List.of(
                    Tables.DAILY_BARS.name(),
                    Tables.PERFORMANCE.name(),
                    Tables.INDICATORS.name(),
                    Tables.ALERTS.name(),
                    Tables.CORPORATE_ACTIONS.name(),
                    Tables.FUNDAMENTALS.name()),
            List.of("symbol", "trade_date"),
            List.of(
                    column("symbol", TEXT, "Instrument symbol in Marketlake's own spelling."),
                    column("trade_date", RowType.date(), "Trade date in the exchange's local calendar."),
                    column("name", TEXT, "Name of the company as known last; null where no source has said it."),
                    column("sector", TEXT, "Sector as known last; null where no source has said it."),
                    column("open", PRICE, "First price of the day, as traded."),
                    column("high", PRICE, "Highest price of the day, as traded."),
                    column("low", PRICE, "Lowest price of the day, as traded."),
                    column("close", PRICE, "Last price of the day, as traded."),
                    column("volume", LONG, "Shares traded; null where the source has none."),
                    column(
                            "price_change_pct",
                            NUMBER,
                            "Against the close of the session before, back-adjusted, in percent; null where there is none."),
                    column(
                            "avg_price",
                            NUMBER,
                            "Volume-weighted average price of the regular session; null where it is not known."),
                    column(
                            "volume_ratio",
                            NUMBER,
                            "Volume over the mean of the 20 days with a bar before, those adjusted for splits since; null with fewer."),
                    column("avg_7d", NUMBER, "See gold.performance, as the columns after it."),
                    column("avg_30d", NUMBER, "See gold.performance."),
                    column("avg_90d", NUMBER, "See gold.performance."),
                    column("return_1d", NUMBER, "See gold.performance."),
                    column("return_7d", NUMBER, "See gold.performance."),
                    column("return_30d", NUMBER, "See gold.performance."),
                    column("return_ytd", NUMBER, "See gold.performance."),
                    column("volatility_20d", NUMBER, "See gold.performance."),
                    column("volatility_score", NUMBER, "See gold.performance."),
                    column("drawdown", NUMBER, "See gold.performance."),
                    column("alerts", WHOLE, "Alerts of the trade date that stand."),
                    column("critical_alerts", WHOLE, "Those of severity CRITICAL."),
                    column("last_alert", TEXT, "Message of the last one that stands; null where none does."),
                    column(
                            "last_alert_time",
                            RowType.instant(),
                            "Open of the bar it is about, UTC; null where none stands."),
                    column("observed_at", RowType.instant(), "When all of the row was known, UTC.")),
            List.of("symbol"));

    private static final List<DerivedTable> ALL = List.of(DIM_SYMBOL, DIM_DATE, DIM_TIME, MARKET_VIEW);

    private StarSchema() {}

    /** All derived tables. */
    public static List<DerivedTable> all() {
        return ALL;
    }

    private static Column column(String name, Schema type, String doc) {
        return new Column(name, type, doc);
    }
}
