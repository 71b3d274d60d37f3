package dev.marketlake.stream.measure.daily;

import org.jspecify.annotations.Nullable;

/**
 * Percentile rank of today's 20-day volatility among those of the last 252 sessions, 0 to 100: {@code 100 x share of them that are <=
 * today's}, today's included. Sessions without a volatility do not count; today and at least 60 in all need one.
 */
final class VolatilityScore {
    private static final int FEWEST = 60;
    private static final double FULL = 100;

    private VolatilityScore() {}

    /** @param from index of the first of the 252 sessions; none below 0 */
    static @Nullable Double at(DayRun run, int from, int index) {
        double today = run.volatility(index);
        int ready = 0;
        int atMost = 0;
        for (int i = Math.max(from, 0); i <= index; i++) {
            double one = run.volatility(i);
            if (!Double.isNaN(one)) {
                ready++;
                atMost += one <= today ? 1 : 0;
            }
        }
        return Double.isNaN(today) || ready < FEWEST ? null : FULL * atMost / ready;
    }
}
