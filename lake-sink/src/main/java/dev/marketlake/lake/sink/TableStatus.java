package dev.marketlake.lake.sink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a table's sink last said about itself. All of it belongs to one moment: a table whose positions stand at the ends of its topic and
 * that has no pending rows holds everything.
 *
 * @param table name, for example {@code silver.bars}
 * @param version of the table, -1 where it is not known yet
 * @param files live data files
 * @param rows in them
 * @param state how it is doing
 * @param pendingRows read, and not yet in a commit
 * @param lastCommitAt by this process
 * @param partitions assigned here
 */
record TableStatus(
        String table,
        long version,
        long files,
        long rows,
        SinkState state,
        long pendingRows,
        Optional<Instant> lastCommitAt,
        List<PartitionStatus> partitions) {
    TableStatus {
        partitions = List.copyOf(partitions);
    }

    /**
     * One Kafka partition.
     *
     * @param committed position in the table's log, -1 where it has none
     * @param position offset after the last record taken
     */
    record PartitionStatus(SourceId source, long committed, long position) {}

    static TableStatus unknown(String table) {
        return new TableStatus(
                table, -1, 0, 0, new SinkState.Waiting("starting", Instant.EPOCH), 0, Optional.empty(), List.of());
    }

    TableStatus in(SinkState now) {
        return new TableStatus(table, version, files, rows, now, pendingRows, lastCommitAt, partitions);
    }
}
