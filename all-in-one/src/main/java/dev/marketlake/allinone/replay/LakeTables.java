package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.LiveTable.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tables that have to be there. */
final class LakeTables {
    private LakeTables() {}

    /** @throws ReplayFailure where there is none of that name */
    static LiveTable require(Function<String, Optional<LiveTable>> tables, String name) {
        return tables.apply(name)
                .orElseThrow(() -> new ReplayFailure("the lake has no " + name
                        + ": let the suite run once until it is made (marketlake tables lists what there is)"));
    }

    static List<Column> columns(Function<String, Optional<LiveTable>> tables, String name) {
        return require(tables, name).columns();
    }
}
