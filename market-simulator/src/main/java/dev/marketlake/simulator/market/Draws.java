package dev.marketlake.simulator.market;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers by address: each index of a named stream always gives the same number, in any order of asking, on any machine.
 *
 * <p>A stream is keyed by seed and names, for example {@code Draws.of(1, "AAPL", "volume")}. Mixing is SplitMix64's finalizer (Steele, Lea,
 * Flood 2014); only exact arithmetic is used, so that every JVM agrees to the last bit.
 */
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;
    private static final double SIXTEEN_BITS = 65536.0;
    private static final double ROOT_OF_THREE = Math.sqrt(3.0);

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    public static Draws of(long seed, String... names) {
        long key = mix(seed + GOLDEN);
        for (String name : names) {
            for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
                key = mix(key + GOLDEN + letter);
            }
            key = mix(key + GOLDEN - 1);
        }
        return new Draws(key);
    }

    /** Evenly distributed in [0, 1). */
    public double uniform(long index) {
        return (bits(index) >>> 11) * TWO_TO_MINUS_53;
    }

    /** Evenly distributed in [low, high). */
    public double between(double low, double high, long index) {
        return low + (high - low) * uniform(index);
    }

    /** Bell-shaped with mean 0 and standard deviation 1, never beyond 3.47: the sum of four even draws of 16 bits each. */
    public double normal(long index) {
        long bits = bits(index);
        double sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48) + 2;
        return (sum / SIXTEEN_BITS - 2.0) * ROOT_OF_THREE;
    }

    private long bits(long index) {
        return mix(key + index * GOLDEN);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
