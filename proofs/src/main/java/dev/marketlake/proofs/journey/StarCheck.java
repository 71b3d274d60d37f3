package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.proofs.claim.Differences;

/** The derived tables once the suite has stopped: the view has each daily bar with its performance and alerts, the dimensions each key. */
final class StarCheck {
    private static final String UNLIKE =
            "select coalesce(bar.symbol, seen.symbol) as symbol, coalesce(bar.trade_date, seen.trade_date)::varchar as day"
                    + " from gold.daily_bars bar full join gold.market_view seen using (symbol, trade_date)"
                    + " left join gold.performance done using (symbol, trade_date)"
                    + " where bar.symbol is null or seen.symbol is null or bar.close <> seen.close"
                    + " or bar.volume is distinct from seen.volume or done.return_1d is distinct from seen.return_1d"
                    + " or seen.alerts <> (select count(*) from gold.alerts one where one.state = 'RAISED'"
                    + " and one.symbol = seen.symbol and one.trade_date = seen.trade_date)"
                    + " or not exists (select 1 from gold.dim_date days where days.date = seen.trade_date and days.is_session)"
                    + " or not exists (select 1 from gold.dim_symbol who where who.symbol = seen.symbol and who.is_current)"
                    + " order by all";

    private StarCheck() {}

    /** Returns the number of rows of gold.market_view. @throws dev.marketlake.proofs.claim.ProofFailed with the first that differ */
    static long run(Lake lake) {
        var unlike = new Rows();
        lake.query(UNLIKE, unlike);
        var differences = new Differences();
        unlike.stream().forEach(row -> differences.add(row.text("symbol") + " " + row.text("day")));
        differences.requireNone("gold.market_view against its sources");
        var count = new Rows();
        lake.query("select count(*) as days from gold.market_view", count);
        return count.stream().findFirst().orElseThrow().whole("days");
    }
}
