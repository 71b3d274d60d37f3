package dev.marketlake.backing;

/** How a child ended when asked to. */
public enum Ending {
    /** It was no longer running. */
    ALREADY_DOWN,
    /** It closed its files and left in time. */
    GRACEFUL,
    /** It did not leave in time and was killed. */
    FORCED
}
