package dev.marketlake.stream;

/**
 * Which ticks of the flush timer flush. While there is a backlog a flush is soon outdated by what still waits, so then only one a second
 * does; each is a whole one, for the ledger's positions say that everything derived is out. One that could not be whole, as after a start,
 * is followed by the next tick's. Used by one thread.
 */
final class FlushPace {
    /** A record that waited longer than this, milliseconds, is taken from a backlog. */
    private static final long BACKLOG = 1_000;
    /** Milliseconds between two flushes in a backlog. */
    private static final long PAUSE = 1_000;

    private long waited;
    private boolean taken;
    private boolean whole = true;
    private long flushedAt = Long.MIN_VALUE;

    /** A record was taken. @param timestamp when Kafka took it, @param now both milliseconds since the epoch, UTC */
    void taken(long timestamp, long now) {
        waited = now - timestamp;
        taken = true;
    }

    /** A flush is over. @param all whether it left nothing for the next one */
    void flushed(boolean all) {
        whole = all;
    }

    /** The timer ticks. @param now milliseconds since the epoch, UTC @return whether to flush */
    boolean isDue(long now) {
        boolean backlog = taken && waited > BACKLOG;
        taken = false;
        if (backlog && whole && flushedAt <= now && now < flushedAt + PAUSE) {
            return false;
        }
        flushedAt = now;
        return true;
    }
}
