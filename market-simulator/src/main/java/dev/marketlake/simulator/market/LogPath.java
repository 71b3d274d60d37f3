package dev.marketlake.simulator.market;

import java.time.LocalDate;

/**
 * The logarithm of one price factor through time, around 0: a walk of days that is pulled back to its mean, and a Brownian bridge of
 * minutes that connects each day's open to its close.
 *
 * <p>Close of day d = sum over k of PULL^k (gap + move)(d - k), cut after WINDOW days: any day costs the same, and the level stays within a
 * few times volatility / sqrt(1 - PULL^2), however many years are asked for. Days count Monday to Friday; a holiday takes a silent step.
 */
final class LogPath {
    private static final double PULL = 0.99;
    private static final int WINDOW = 500;
    private static final double GAP_SHARE = 0.4;

    private final Draws gaps;
    private final Draws moves;
    private final Draws steps;
    private final double gapVolatility;
    private final double moveVolatility;

    /** @param volatility standard deviation of a day's change, for example 0.012 */
    LogPath(long seed, String name, double volatility) {
        gaps = Draws.of(seed, name, "gap");
        moves = Draws.of(seed, name, "move");
        steps = Draws.of(seed, name, "step");
        gapVolatility = volatility * Math.sqrt(GAP_SHARE);
        moveVolatility = volatility * Math.sqrt(1 - GAP_SHARE);
    }

    /**
     * Log levels at the start of the day, then at the end of each of its minutes.
     *
     * @param firstMinute minutes since the epoch at the regular open; addresses the draws
     * @param weights relative variance of each minute, mean 1; its length is the number of minutes
     */
    double[] minutes(LocalDate date, long firstMinute, double[] weights) {
        long day = weekday(date);
        double open = close(day - 1) + gapVolatility * gaps.normal(day);
        double close = close(day);
        int count = weights.length;
        double[] walk = new double[count + 1];
        double unit = moveVolatility / Math.sqrt(count);
        for (int i = 0; i < count; i++) {
            walk[i + 1] = walk[i] + unit * Math.sqrt(weights[i]) * steps.normal(firstMinute + i);
        }
        double missed = close - open - walk[count];
        for (int i = 0; i <= count; i++) {
            walk[i] = open + walk[i] + missed * i / count;
        }
        return walk;
    }

    private double close(long day) {
        double level = 0;
        for (long past = day - WINDOW + 1; past <= day; past++) {
            level = level * PULL + gapVolatility * gaps.normal(past) + moveVolatility * moves.normal(past);
        }
        return level;
    }

    /** Number of Mondays to Fridays since the epoch; Saturday and Sunday count as their Friday. */
    private static long weekday(LocalDate date) {
        long sinceMonday = date.toEpochDay() + 3;
        return Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7), 4);
    }
}
