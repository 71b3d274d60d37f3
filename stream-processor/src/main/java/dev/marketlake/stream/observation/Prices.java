package dev.marketlake.stream.observation;

import java.math.BigDecimal;

/** Prices as longs in units of 1e-8, which hold every decimal(18,8) exactly: 170.23 is 17_023_000_000. */
public final class Prices {
    /** Decimals kept. */
    public static final int SCALE = 8;
    /** Largest price that fits decimal(18,8), in units of 1e-8. */
    public static final long MAX = 999_999_999_999_999_999L;

    private static final double UNIT = 1e8;

    private Prices() {}

    /** The price as a decimal of scale 8. */
    public static BigDecimal decimal(long scaled) {
        return BigDecimal.valueOf(scaled, SCALE);
    }

    /** The price as the nearest double, for maths only. */
    public static double asDouble(long scaled) {
        return scaled / UNIT;
    }
}
