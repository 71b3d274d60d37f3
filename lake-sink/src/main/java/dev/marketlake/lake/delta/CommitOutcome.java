package dev.marketlake.lake.delta;

/** What became of a commit. */
public sealed interface CommitOutcome {

    /** This change is the table's latest version. */
    record Committed(TableState state) implements CommitOutcome {}

    /**
     * The log holds this very progress already: our own put whose reply was lost, or another writer with the same range. The files may be
     * another writer's: whoever keeps rows in memory reads them again.
     */
    record AlreadyCommitted(TableState state) implements CommitOutcome {}

    /** Another writer was faster, with other rows or other files. Drop the rows and go on from the watermarks. */
    record Conflict(TableState state, String reason) implements CommitOutcome {}

    /** The store does not say. Keep the change as it is and ask again by committing it again; nothing else is safe. */
    record Unknown(Exception cause) implements CommitOutcome {}
}
