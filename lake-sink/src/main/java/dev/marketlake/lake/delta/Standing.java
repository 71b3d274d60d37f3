package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.StoreFailure;
import java.util.OptionalLong;

/**
 * Where a change stands against what the log says now. The truth table, for each source of the change:
 *
 * <pre>
 *   watermark in the log | files of the rewritten partitions | standing
 *   ---------------------+-----------------------------------+--------------------------------------------------------
 *   next, of all sources | -                                 | LANDED: this very range is in the table
 *   base, of all sources | as the change saw them            | FREE: commit on top of this version
 *   base, of all sources | others                            | OVERTAKEN: somebody rewrote them; what we hold is stale
 *   anything else        | -                                 | OVERTAKEN: another writer committed part of the range
 * </pre>
 *
 * OVERTAKEN rows are dropped; the caller reads again from the watermark.
 */
enum Standing {
    LANDED,
    FREE,
    OVERTAKEN;

    /** @throws StoreFailure where the store does not say what the log holds */
    static Standing of(TableChange change, TableState state) throws StoreFailure {
        boolean atNext = true;
        boolean atBase = true;
        for (Progress source : change.progress()) {
            OptionalLong watermark = state.watermark(source.id());
            atNext &= watermark.equals(OptionalLong.of(source.next()));
            atBase &= watermark.equals(source.base());
        }
        if (atNext) {
            return LANDED;
        }
        return atBase && change.standing(state).equals(change.seen()) ? FREE : OVERTAKEN;
    }
}
