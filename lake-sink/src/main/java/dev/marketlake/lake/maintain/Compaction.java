package dev.marketlake.lake.maintain;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Swap;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.PartitionField;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.ParquetRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts small files of a partition together. What is committed has been read back from the store and holds the very rows of the files it
 * replaces; where it does not, nothing is committed. A live writer that rewrites one of the files first wins, and the new file stays
 * behind as an orphan. For one thread.
 */
public final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final int TRIES = 5;

    private final ObjectStore store;
    private final DeltaLake lake;
    private final DataFiles files;
    private final Packing packing;

    public Compaction(ObjectStore store, InstantSource clock, Packing packing) {
        this.store = store;
        this.lake = new DeltaLake(store, clock);
        this.files = new DataFiles(store, clock);
        this.packing = packing;
    }

    /**
     * What was done to a table.
     *
     * @param before files that were put together
     * @param after files they became
     * @param rows in them
     * @param overtaken groups of files left as they are, because a live writer rewrote them meanwhile
     */
    public record Report(String table, long before, long after, long rows, long overtaken) {}

    /**
     * Compacts a table; one that is not there stays so.
     *
     * @throws StoreFailure where the store gives no answer: what is committed is, doing it again is safe
     * @throws IllegalStateException where a file does not read back as it was written, or the table is not ours
     */
    public Report compact(LakeTable table) throws StoreFailure {
        Report report = new Report(table.name(), 0, 0, 0, 0);
        var there = lake.read(table.folder());
        if (there.isEmpty()) {
            return report;
        }
        TableRows rows = TableRows.of(table, partitions(there.get().partitionedBy()));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Opening.Opened opened = open(rows);
            Report round = round(opened.table(), rows.carrying(opened.unknown()), report);
            if (round.overtaken() == report.overtaken()) {
                return round;
            }
            report = round;
        }
        return report;
    }

    private static List<PartitionField> partitions(List<String> columns) {
        return columns.stream()
                .map(column -> PartitionField.of(column)
                        .orElseThrow(() -> new IllegalStateException("no table of ours is partitioned by " + column)))
                .toList();
    }

    private Opening.Opened open(TableRows rows) throws StoreFailure {
        Opening opening = lake.open(rows.shape());
        if (opening instanceof Opening.Opened opened) {
            return opened;
        }
        throw new IllegalStateException(((Opening.Incompatible) opening).reason());
    }

    private Report round(DeltaTable table, TableRows rows, Report before) throws StoreFailure {
        Report report = before;
        for (List<LiveFile> group : packing.groups(
                table.state(), table.shape().folder(), store.walk(table.shape().folder() + "/"))) {
            Optional<NewFile> merged = merge(table, rows, group);
            report = merged.isEmpty()
                    ? new Report(report.table, report.before, report.after, report.rows, report.overtaken + 1)
                    : new Report(
                            report.table,
                            report.before + group.size(),
                            report.after + 1,
                            report.rows + merged.get().file().rows(),
                            report.overtaken);
        }
        return report;
    }

    /** @return empty where a live writer was faster */
    private Optional<NewFile> merge(DeltaTable table, TableRows rows, List<LiveFile> group) throws StoreFailure {
        RowMultiset before = new RowMultiset(rows.fileSchema());
        NewFile merged;
        try (RowChain chain = new RowChain(files, rows, group, before)) {
            merged = files.write(rows, group.getFirst().partition(), chain);
        } catch (RowChain.Broken broken) {
            if (broken.failure() instanceof StoreFailure.NotFound) {
                // Vacuumed since: somebody has replaced it.
                return Optional.empty();
            }
            throw broken.failure();
        }
        RowMultiset after = new RowMultiset(rows.fileSchema());
        try (ParquetRows written = files.open(rows, merged.file())) {
            written.forEachRemaining(after::add);
        }
        if (!before.total().equals(after.total())) {
            throw new IllegalStateException(
                    table.shape().folder() + "/" + merged.file().path() + " holds "
                            + after.total().rows() + " rows, and not the "
                            + before.total().rows()
                            + " of the files it was made of: nothing is committed");
        }
        return swap(table, new Swap(List.of(merged), group)) ? Optional.of(merged) : Optional.empty();
    }

    private static boolean swap(DeltaTable table, Swap swap) throws StoreFailure {
        CommitOutcome outcome = table.swap(swap);
        for (int more = 1; more < TRIES && outcome instanceof CommitOutcome.Unknown; more++) {
            outcome = table.swap(swap);
        }
        return switch (outcome) {
            case CommitOutcome.Committed done -> true;
            case CommitOutcome.AlreadyCommitted done -> true;
            case CommitOutcome.Conflict lost -> {
                LOG.info(
                        "{}: {} files not put together: {}",
                        table.shape().folder(),
                        swap.removes().size(),
                        lost.reason());
                yield false;
            }
            case CommitOutcome.Unknown nobodyKnows ->
                throw new StoreFailure.Unavailable(
                        "the store does not say whether a compaction of "
                                + table.shape().folder() + " landed",
                        nobodyKnows.cause());
        };
    }
}
