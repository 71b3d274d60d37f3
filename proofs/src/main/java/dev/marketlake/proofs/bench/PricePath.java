package dev.marketlake.proofs.bench;

import java.util.SplittableRandom;

/** A random walk of one symbol's price, in cents, minute by minute. */
final class PricePath {
    private static final int CALMEST_VOLUME = 500;
    private static final int VOLUME_SPREAD = 3_000;
    private static final int LARGEST_STEP = 6;
    private static final long LOWEST = 2_000;

    private final SplittableRandom random;
    private long close;

    /**
     * Figures of one minute.
     *
     * @param open cents, as the three after it
     * @param volume shares
     */
    record Tick(long open, long high, long low, long close, long volume) {}

    PricePath(long seed) {
        this.random = new SplittableRandom(seed);
        this.close = 5_000 + random.nextInt(40_000);
    }

    Tick next() {
        long open = Math.max(LOWEST, close + step());
        close = Math.max(LOWEST, open + step());
        long high = Math.max(open, close) + random.nextInt(LARGEST_STEP);
        long low = Math.min(open, close) - random.nextInt(LARGEST_STEP);
        return new Tick(open, high, low, close, CALMEST_VOLUME + random.nextInt(VOLUME_SPREAD));
    }

    private int step() {
        return random.nextInt(2 * LARGEST_STEP + 1) - LARGEST_STEP;
    }
}
