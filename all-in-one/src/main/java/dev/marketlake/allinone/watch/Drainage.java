package dev.marketlake.allinone.watch;

/** Whether all that was fetched is in the lake. */
public sealed interface Drainage {

    /**
     * Something is on its way.
     *
     * @param what is waited for, to follow "waiting for"
     */
    record Waiting(String what) implements Drainage {}

    /**
     * It will not become through by itself.
     *
     * @param why one line
     */
    record Blocked(String why) implements Drainage {}

    /**
     * All is in the lake.
     *
     * @param ingest says whether a fetch was given up
     */
    record Through(IngestReport ingest) implements Drainage {}
}
