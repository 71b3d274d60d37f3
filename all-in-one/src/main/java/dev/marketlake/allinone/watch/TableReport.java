package dev.marketlake.allinone.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lake sink says of one table.
 *
 * @param table for example {@code silver.bars}
 * @param state RUNNING, WAITING, HELD or HALTED
 * @param pendingRows polled, not yet in a commit
 */
public record TableReport(
        String table,
        long version,
        long files,
        long rows,
        String state,
        @Nullable String message,
        long pendingRows,
        @Nullable Instant lastCommitAt,
        List<Partition> partitions) {

    public TableReport {
        partitions = List.copyOf(partitions);
    }

    /**
     * How far one partition has been read.
     *
     * @param position next offset to read
     * @param end read-committed end of the partition
     */
    public record Partition(String topic, int partition, long committed, long position, long end) {}

    public boolean isHalted() {
        return state.equals("HALTED");
    }

    /** Whether a quality check keeps it from being published. */
    public boolean isHeld() {
        return state.equals("HELD");
    }

    /** Records of its topics that are not in the table yet, as far as offsets tell. */
    public long lag() {
        return pendingRows
                + partitions.stream()
                        .mapToLong(part -> Math.max(0, part.end() - part.position()))
                        .sum();
    }
}
