package dev.marketlake.allinone;

import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tables a command of maintenance is about. */
final class MaintainedTables {
    private MaintainedTables() {}

    /** @param name null for every table @throws CommandFailure where there is none of that name */
    static List<LakeTable> of(@Nullable String name) {
        if (name == null) {
            return Tables.all();
        }
        return List.of(Tables.of(name)
                .orElseThrow(() -> new CommandFailure("there is no table " + name + "; there are "
                        + Tables.all().stream().map(LakeTable::name).collect(Collectors.joining(", ")))));
    }
}
