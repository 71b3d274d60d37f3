package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.lake.table.Bookkeeping;
import dev.marketlake.proofs.claim.Differences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tables say, without bookkeeping: revisions, lineage, positions, when a row was written. Two lakes fed the same raw
 * records are equal in it.
 *
 * @param tables rows as text, sorted, by table name
 */
public record TableContents(Map<String, List<String>> tables) {
    private static final Map<String, String> RESTRICTIONS = new LinkedHashMap<>(Map.of(
            "silver.bars", "true",
            "silver.trades", "true",
            "gold.indicators", "true",
            "gold.daily_bars", "true",
            "gold.performance", "true",
            "gold.alerts", "state = 'RAISED'"));

    /** When a response arrived: another one in another run. */
    private static final String KNOWN = "observed_at";

    /** Whether two runs fetched at the same times. */
    public enum Fetches {
        /** The same fetches: times of knowledge count as content. */
        SHARED,
        /** Fetches of their own: times of knowledge differ. */
        OWN
    }

    public static TableContents of(Lake lake, Fetches fetches) {
        var tables = new HashMap<String, List<String>>();
        RESTRICTIONS.forEach((table, restriction) -> tables.put(table, rows(lake, table, restriction, fetches)));
        return new TableContents(tables);
    }

    private static List<String> rows(Lake lake, String table, String restriction, Fetches fetches) {
        var described = new Rows();
        lake.query("describe " + table, described);
        var columns = described.stream()
                .map(row -> row.text("column_name"))
                .filter(column -> !Bookkeeping.has(column))
                .filter(column -> fetches == Fetches.SHARED || !column.equals(KNOWN))
                .toList();
        var rows = new Rows();
        lake.query(
                columns.stream()
                        .map(column -> '"' + column + '"')
                        .collect(Collectors.joining(
                                ", ", "select ", " from " + table + " where " + restriction + " order by all")),
                rows);
        return rows.stream()
                .map(row -> columns.stream().map(row::text).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The same of these tables alone. */
    public TableContents only(Set<String> some) {
        return new TableContents(tables.entrySet().stream()
                .filter(table -> some.contains(table.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Rows of all tables. */
    public long rowCount() {
        return tables.values().stream().mapToLong(List::size).sum();
    }

    /** @throws dev.marketlake.proofs.claim.ProofFailed with the first rows that only one of the two has */
    public void requireEqual(TableContents other, String what) {
        var differences = new Differences();
        tables.forEach((table, rows) -> {
            var others = other.tables.getOrDefault(table, List.of());
            differences.unlessEqual(table + " rows", rows.size(), others.size());
            only(rows, others).forEach(row -> differences.add(table + " before only: " + row));
            only(others, rows).forEach(row -> differences.add(table + " after only:  " + row));
        });
        differences.requireNone(what);
    }

    private static List<String> only(List<String> these, List<String> those) {
        var known = new HashSet<>(those);
        return new ArrayList<>(
                these.stream().filter(row -> !known.contains(row)).toList());
    }
}
