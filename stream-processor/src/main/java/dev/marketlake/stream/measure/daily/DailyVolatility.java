package dev.marketlake.stream.measure.daily;

/**
 * Volatility of the last 20 daily log returns, dimensionless and scaled to a year: their sample standard deviation (n - 1) times the root
 * of the sessions in a year, 252 on the NYSE. All 21 sessions need a close. Source: J. C. Hull, Options, Futures, and Other Derivatives,
 * estimating volatility from historical data.
 */
final class DailyVolatility {
    /** Log returns it is taken over. */
    static final int CHANGES = 20;

    private DailyVolatility() {}

    /** NaN where not ready. */
    static double at(DayRun run, int index, int sessionsPerYear) {
        if (index < CHANGES) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = index - CHANGES + 1; i <= index; i++) {
            sum += run.change(i);
        }
        double mean = sum / CHANGES;
        double squares = 0;
        for (int i = index - CHANGES + 1; i <= index; i++) {
            double away = run.change(i) - mean;
            squares += away * away;
        }
        // A missing change is NaN, and so is whatever it takes part in.
        return Math.sqrt(squares / (CHANGES - 1) * sessionsPerYear);
    }
}
