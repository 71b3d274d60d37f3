package dev.marketlake.proofs.bench;

import java.util.Arrays;
import java.util.List;

/** Times in order, none of them left out. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    /** @param nanos in any order, at least one */
    Latencies(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("no latency was measured");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    static Latencies of(List<Long> nanos) {
        return new Latencies(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    int count() {
        return sorted.length;
    }

    /**
     * The least time that so many of a thousand do not exceed (nearest rank), in milliseconds.
     *
     * @param perMille 1 to 1000, which gives the longest
     */
    double within(int perMille) {
        long rank = ((long) sorted.length * perMille + 999) / 1000;
        return sorted[(int) rank - 1] / NANOS_PER_MILLI;
    }
}
