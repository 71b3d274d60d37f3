package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.time.Instant;

/**
 * When a batch becomes a commit.
 *
 * @param rewrites whether a flush writes partitions whole; a backlog goes through the same ones again and again, so in one a batch may be
 *     {@value #IN_BACKLOG} times as large and as old, but of no more than {@value #MOST_PARTITIONS} partitions: each takes room and a request
 */
record FlushRule(Flush flush, boolean rewrites) {
    /** Positions that moved over records of no interest are worth a commit only now and then. */
    private static final Duration POSITIONS_ALONE = Duration.ofMinutes(5);

    private static final int IN_BACKLOG = 4;
    private static final int MOST_PARTITIONS = 10_000;

    /** Offsets that wait in Kafka; fewer are read in a moment. */
    private static final long BACKLOG = 20_000;

    /** @param lag offsets that wait in Kafka, about */
    boolean isDue(Batch batch, long lag, Instant now) {
        int times = rewrites && lag >= BACKLOG ? IN_BACKLOG : 1;
        return isFull(batch, times)
                || batch.firstChange()
                        .map(first -> !now.isBefore(first.plus(flush.age().multipliedBy(times))))
                        .orElse(false)
                || batch.firstMove()
                        .map(first -> !now.isBefore(first.plus(POSITIONS_ALONE)))
                        .orElse(false);
    }

    /** Whether no more may be read before the batch is committed. */
    boolean isFull(Batch batch) {
        return isFull(batch, 1);
    }

    private boolean isFull(Batch batch, int times) {
        return batch.changes() >= times * (long) flush.rows()
                || batch.bytes() >= times * flush.bytes()
                || batch.partitions() >= MOST_PARTITIONS;
    }
}
