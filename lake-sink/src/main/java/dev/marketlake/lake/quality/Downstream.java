package dev.marketlake.lake.quality;

import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.util.List;
import java.util.Map;

/** Which Gold rests on which Bronze and Silver. */
final class Downstream {
    private static final List<LakeTable> OF_BARS =
            List.of(Tables.DAILY_BARS, Tables.INDICATORS, Tables.PERFORMANCE, Tables.ALERTS);

    private static final Map<LakeTable, List<LakeTable>> GOLD = Map.of(
            Tables.RAW_QUOTES, OF_BARS,
            Tables.BARS, OF_BARS,
            Tables.TRADES, OF_BARS,
            Tables.CORPORATE_ACTIONS, List.of(Tables.INDICATORS, Tables.PERFORMANCE, Tables.ALERTS),
            Tables.FUNDAMENTALS, List.of(Tables.ALERTS));

    private Downstream() {}

    /** Names of the Gold tables; none for a Gold table. */
    static List<String> of(String table) {
        return Tables.of(table).map(known -> GOLD.getOrDefault(known, List.of())).orElse(List.of()).stream()
                .map(LakeTable::name)
                .toList();
    }
}
