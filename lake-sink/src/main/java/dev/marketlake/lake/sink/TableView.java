package dev.marketlake.lake.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as {@code GET /api/tables} shows it. It holds everything its topic holds when its state is RUNNING, pendingRows is 0 and in
 * every partition position is at least end.
 *
 * @param table name, for example {@code silver.bars}
 * @param path for example {@code s3://market-lake/silver/bars}
 * @param version latest, -1 before the table is known
 * @param files live data files
 * @param rows in them
 * @param state RUNNING, WAITING, HELD or HALTED
 * @param message why it waits, is held or is halted; null where it runs
 * @param pendingRows read, and not yet in a commit
 * @param lastCommitAt by this process, ISO-8601 UTC; null where it made none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TableView(
        String table,
        String path,
        long version,
        long files,
        long rows,
        String state,
        @Nullable String message,
        long pendingRows,
        @Nullable String lastCommitAt,
        List<PartitionView> partitions) {

    /**
     * One Kafka partition.
     *
     * @param topicId null where the partition is not read by this process
     * @param committed position in the table's log, -1 where it has none or the partition is not read here
     * @param position offset after the last record taken, -1 where the partition is not read here
     * @param end where the partition ends for a reader of committed records, right now; null where the broker does not say
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PartitionView(
            String topic,
            @Nullable String topicId,
            int partition,
            long committed,
            long position,
            @Nullable Long end) {}
}
