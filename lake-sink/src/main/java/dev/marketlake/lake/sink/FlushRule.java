package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.time.Instant;

/** When a batch becomes a commit. */
record FlushRule(Flush flush) {
    /** Positions that moved over records of no interest are worth a commit only now and then. */
    private static final Duration POSITIONS_ALONE = Duration.ofMinutes(5);

    boolean isDue(Batch batch, Instant now) {
        return isFull(batch)
                || batch.firstChange()
                        .map(first -> !now.isBefore(first.plus(flush.age())))
                        .orElse(false)
                || batch.firstMove()
                        .map(first -> !now.isBefore(first.plus(POSITIONS_ALONE)))
                        .orElse(false);
    }

    /** Whether no more may be read before the batch is committed. */
    boolean isFull(Batch batch) {
        return batch.changes() >= flush.rows() || batch.bytes() >= flush.bytes();
    }
}
