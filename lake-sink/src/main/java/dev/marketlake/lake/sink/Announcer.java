package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.lineage.Commit;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.table.LakeTable;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Tells whoever follows the lineage of tables what a commit took and what it made. */
record Announcer(Lineage lineage, InstantSource clock) {

    /** @param after the table with the commit in it @param version of the commit; empty where {@code after} may be a later one */
    void committed(LakeTable table, Batch batch, TableChange change, TableState after, OptionalLong version) {
        if (lineage == Lineage.NONE) {
            return;
        }
        List<LiveFile> files = change.adds().stream().map(NewFile::file).toList();
        lineage.committed(new Commit(
                clock.instant(),
                table.name(),
                table.folder(),
                version,
                after.columns().stream()
                        .map(column -> new Commit.Column(column.name(), column.type()))
                        .toList(),
                table.topic().name(),
                batch.ranges(),
                batch.records(),
                files.stream().mapToLong(LiveFile::rows).sum(),
                files.size(),
                files.stream().mapToLong(LiveFile::bytes).sum()));
    }
}
