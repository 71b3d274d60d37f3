package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.lake.delta.LogMemory;
import dev.marketlake.lake.read.TableSnapshot;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table at one version.
 *
 * @param table what it should be
 * @param snapshot what its log says
 * @param memory positions of that version
 * @param rows its files that are there, for SQL
 * @param files what was found in the store
 */
record AuditedTable(LakeTable table, TableSnapshot snapshot, LogMemory memory, LiveTable rows, FileCheck files) {

    String name() {
        return table.name();
    }

    boolean has(String column) {
        return rows.columns().stream().anyMatch(one -> one.name().equals(column));
    }

    /** Columns of its key; none where every record is a row. */
    List<String> key() {
        return table.writing() instanceof Writing.Upsert upsert ? upsert.key() : List.of();
    }

    /** Offsets after the last ones taken. */
    Map<Source, Long> watermarks() {
        Map<Source, Long> watermarks =
                new TreeMap<>(Comparator.comparing(Source::topicId).thenComparingInt(Source::partition));
        memory.positions().forEach((id, next) -> watermarks.put(Source.inLog(id), next));
        return watermarks;
    }
}
