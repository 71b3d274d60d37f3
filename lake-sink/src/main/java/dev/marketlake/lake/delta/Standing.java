package dev.marketlake.lake.delta;

import dev.marketlake.lake.delta.TableState.TypedColumn;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where a change stands against what the log says now. The truth table, for each source of the change:
 *
 * <pre>
 *   watermark in the log | columns | files of the rewritten partitions | standing
 *   ---------------------+---------+-----------------------------------+------------------------------------------------
 *   next, of all sources | -       | -                                 | LANDED: this very range is in the table
 *   base, of all sources | as seen | as the change saw them            | FREE: commit on top of this version
 *   base, of all sources | as seen | others                            | OVERTAKEN: rewritten; what we hold is stale
 *   base, of all sources | others  | -                                 | OVERTAKEN: our files lack the new columns
 *   anything else        | -       | -                                 | OVERTAKEN: another committed part of the range
 * </pre>
 *
 * OVERTAKEN rows are dropped; the caller reads again from the watermark. So are those of a change that would be FREE but whose files were
 * put long ago (TOO_OLD): a vacuum takes the files of a writer that never came back for orphans.
 */
enum Standing {
    LANDED,
    FREE,
    OVERTAKEN,
    TOO_OLD;

    /** @param columns the table had when the change was made @throws StoreFailure where the store does not say what the log holds */
    static Standing of(TableChange change, List<TypedColumn> columns, TableState state) throws StoreFailure {
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
        return atBase
                        && columns.equals(state.columns())
                        && change.standing(state).equals(change.seen())
                ? FREE
                : OVERTAKEN;
    }

    /** The same, or TOO_OLD where there would be a commit of files that a vacuum may have removed. */
    Standing unlessTooOld(List<NewFile> files, Instant now) {
        Instant oldest = now.minus(NewFile.GOOD_FOR);
        return this == FREE && files.stream().anyMatch(file -> file.written().isBefore(oldest)) ? TOO_OLD : this;
    }
}
