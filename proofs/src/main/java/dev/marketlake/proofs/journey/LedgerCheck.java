package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.watch.Drained;
import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.proofs.claim.Differences;

/** Nothing is dropped: what was published is in Bronze, and the ledger accounts for each record of it once. */
final class LedgerCheck {
    private static final String TOTALS =
            "select coalesce(sum(accepted), 0) accepted, coalesce(sum(revised), 0) revised, coalesce(sum(duplicate), 0)"
                    + " duplicate, coalesce(sum(superseded), 0) superseded, coalesce(sum(rejected), 0) rejected,"
                    + " coalesce(sum(beyond_depth), 0) beyond_depth from gold.ledger where kind = 'COUNTS'";
    /** Raw partitions whose columns do not sum to the offsets their position covers. */
    private static final String UNBALANCED = "with counted as (select topic_id, \"partition\", sum(accepted + revised +"
            + " duplicate + superseded + rejected + beyond_depth) as records from gold.ledger where kind = 'COUNTS'"
            + " group by all), covered as (select topic_id, \"partition\", next_offset - first_offset as records from"
            + " gold.ledger where kind = 'POSITION') select coalesce(counted.topic_id, covered.topic_id) topic_id,"
            + " coalesce(counted.\"partition\", covered.\"partition\") part, counted.records counted, covered.records"
            + " covered from counted full join covered using (topic_id, \"partition\") where counted.records is distinct"
            + " from covered.records and not (counted.records is null and covered.records = 0)";

    private LedgerCheck() {}

    /** Returns the totals as gold.ledger has them. */
    static LedgerTotals run(Drained drained, Lake lake) {
        var differences = new Differences();
        long bronze = count(lake, "bronze.raw_quotes");
        var totals = totals(lake);
        differences.unlessEqual("rows of bronze.raw_quotes", drained.figures().rawEvents(), bronze);
        differences.unlessEqual("records in the ledger's columns", bronze, totals.all());
        differences.unlessEqual("ledger in the lake against its topic", drained.ledger(), totals);
        differences.unlessEqual("accepted", identities(lake), totals.accepted());
        differences.unlessEqual("rejected", count(lake, "silver.rejected"), totals.rejected());
        var unbalanced = new Rows();
        lake.query(UNBALANCED, unbalanced);
        unbalanced.stream()
                .forEach(row -> differences.add("raw partition " + row.text("part") + ": columns sum to "
                        + row.text("counted") + ", offsets to " + row.text("covered")));
        differences.requireNone("bronze.raw_quotes and gold.ledger");
        return totals;
    }

    private static LedgerTotals totals(Lake lake) {
        var rows = new Rows();
        lake.query(TOTALS, rows);
        var row = rows.single();
        return new LedgerTotals(
                row.whole("accepted"),
                row.whole("revised"),
                row.whole("duplicate"),
                row.whole("superseded"),
                row.whole("rejected"),
                row.whole("beyond_depth"));
    }

    /** Bars as providers sent them, and snapshots: each was accepted once. */
    private static long identities(Lake lake) {
        return one(lake, "select count(*) n from silver.bars where source <> 'DERIVED'") + count(lake, "silver.trades");
    }

    private static long count(Lake lake, String table) {
        return one(lake, "select count(*) n from " + table);
    }

    private static long one(Lake lake, String sql) {
        var rows = new Rows();
        lake.query(sql, rows);
        return rows.single().whole("n");
    }
}
