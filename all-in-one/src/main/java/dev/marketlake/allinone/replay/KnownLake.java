package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.GivenTable;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSql;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lake as it was known at an instant: the tables that a history job derives, from what had been observed by then, and the raw records
 * themselves. A statement that names any other table is refused.
 */
public final class KnownLake {
    private static final String PERFORMANCE = "gold.performance";

    private final KnownAt asked;
    private final String key;
    private final KnownFolder folder;
    private final Lake lake;

    KnownLake(KnownAt asked, String key, KnownFolder folder, Lake lake) {
        this.asked = asked;
        this.key = key;
        this.folder = folder;
        this.lake = lake;
    }

    /**
     * What an earlier query has left, if nothing that it rests on has changed since.
     *
     * @param home the checkout with the built programs
     * @param config folder of the YAML files that the suite goes by
     * @param clock says when it was asked for last
     * @throws ReplayFailure where the lake has no raw records
     */
    public static Optional<KnownLake> kept(
            KnownAt asked, Path home, DataFolder data, Path config, Lake lake, Clock clock) {
        var folder = KnownFolder.of(data, clock);
        var key = KnownKey.of(asked, home, data, config, lake);
        return folder.use(key) ? Optional.of(new KnownLake(asked, key, folder, lake)) : Optional.empty();
    }

    /** Answers a statement. @throws dev.marketlake.allinone.query.QueryRefused in one line, where it cannot be answered */
    public void query(String sql, RowPrinter printer) {
        var tables = new ArrayList<GivenTable>();
        for (var table : ComparedTable.ALL) {
            var columns = LakeTables.columns(name -> lake.live(name, file -> false), table.name());
            tables.add(GivenTable.whole(
                    new LiveTable(table.name(), columns, List.of(), List.of(folder.file(key, table)))));
        }
        if (LakeSql.mayRead(sql, BronzeRows.TABLE)) {
            tables.add(new GivenTable(BronzeRows.table(lake, file -> true), asked.ofRaw()));
        }
        LakeSql.run(sql, tables, this::why, printer);
    }

    /** Why a table of the lake is not among them. */
    private Optional<String> why(String word) {
        return Tables.names().stream()
                .filter(name -> name.endsWith("." + word))
                .findFirst()
                .map(name -> name + " cannot be told as known at " + asked.time() + ": " + reason(name)
                        + ". What can: "
                        + String.join(
                                ", ",
                                ComparedTable.ALL.stream()
                                        .map(ComparedTable::name)
                                        .toList()) + ", "
                        + BronzeRows.TABLE + ". --as-of " + asked.time()
                        + " reads the version that the lake had then");
    }

    private static String reason(String table) {
        return table.equals(PERFORMANCE)
                ? "daily readings look back further than a history job reads"
                : "no history job derives it";
    }
}
