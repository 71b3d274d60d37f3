package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;

/** gold.performance against gold.daily_bars: a row for each day and no other, whose readings DuckDB's windows give again. */
final class PerformanceCheck {
    private static final String AGAIN =
            "with bars as (select symbol, trade_date, close::double as close from gold.daily_bars),"
                    + " again as (select symbol, trade_date, close, close / max(close) over year - 1 as drawdown,"
                    + " close / lag(close) over days - 1 as return_1d, avg(close) over week as avg_7d, count(*) over year as inputs from bars"
                    + " window days as (partition by symbol order by trade_date),"
                    + " week as (partition by symbol order by trade_date rows 6 preceding),"
                    + " year as (partition by symbol order by trade_date rows 251 preceding))";
    /** A reading may be null where sessions are missing between the days. */
    private static final String UNLIKE = " select coalesce(again.symbol, found.symbol) as symbol,"
            + " coalesce(again.trade_date, found.trade_date)::varchar as day, (found.symbol is null)::varchar as missing"
            + " from again full join gold.performance as found using (symbol, trade_date)"
            + " where again.symbol is null or found.symbol is null or again.close <> found.close::double"
            + " or again.inputs <> found.inputs or not abs(again.drawdown - found.drawdown) <= 1e-9"
            + " or abs(again.return_1d - found.return_1d) > 1e-9 or abs(again.avg_7d - found.avg_7d) > 1e-9"
            + " order by all";

    private PerformanceCheck() {}

    /** Returns the number of rows. @throws dev.marketlake.proofs.claim.ProofFailed with the first days that differ */
    static long run(Lake lake) {
        var unlike = new Rows();
        lake.query(AGAIN + UNLIKE, unlike);
        var differences = new Differences();
        unlike.stream()
                .forEach(row -> differences.add(
                        row.text("symbol") + " " + row.text("day") + ", row missing: " + row.text("missing")));
        differences.requireNone("gold.performance against gold.daily_bars");
        var count = new Rows();
        lake.query("select count(*) as days from gold.performance", count);
        return count.stream().findFirst().orElseThrow().whole("days");
    }
}
