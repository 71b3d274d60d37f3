package dev.marketlake.allinone;

/** When a run of the suite is over. */
enum Goal {
    /** When somebody stops it. */
    STOPPED,
    /** When every wanted round is fetched and all of it is in the lake. */
    DRAINED
}
