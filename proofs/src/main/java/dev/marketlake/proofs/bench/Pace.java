package dev.marketlake.proofs.bench;

/**
 * When each event of a steady load is due, whatever became of those before it.
 *
 * @param start of event 0, nanoseconds of {@link System#nanoTime()}, as all times here
 */
record Pace(long start, int perSecond) {
    private static final long SECOND = 1_000_000_000L;

    long due(long event) {
        return start + event / perSecond * SECOND + event % perSecond * SECOND / perSecond;
    }
}
