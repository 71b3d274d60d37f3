package dev.marketlake.lake.lineage;

/** Who is told of commits. Never throws, and never makes the caller wait. For any thread. */
public interface Lineage {

    /** Nobody. */
    Lineage NONE = commit -> {};

    /** A commit is in the log. */
    void committed(Commit commit);
}
