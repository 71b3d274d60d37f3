package dev.marketlake.stream.observation;

import java.time.Instant;

/** Instants as microseconds since the epoch, UTC. */
public final class Micros {
    public static final long PER_SECOND = 1_000_000;
    public static final long PER_MILLI = 1_000;

    private Micros() {}

    /** @throws ArithmeticException beyond the year 290,000 */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }
}
