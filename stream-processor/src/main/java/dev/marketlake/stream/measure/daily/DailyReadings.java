package dev.marketlake.stream.measure.daily;

import org.jspecify.annotations.Nullable;

/**
 * All readings of one session, null where not ready. Names and units are those of gold.performance.
 *
 * @param inputs closes from the oldest that any reading here uses up to this one
 * @param observedAt latest observation of those closes and of the splits applied to them, microseconds since the epoch, UTC
 */
public record DailyReadings(
        @Nullable Double avg7d,
        @Nullable Double avg30d,
        @Nullable Double avg90d,
        @Nullable Double return1d,
        @Nullable Double return7d,
        @Nullable Double return30d,
        @Nullable Double returnYtd,
        @Nullable Double volatility20d,
        @Nullable Double volatilityScore,
        double drawdown,
        int inputs,
        long observedAt) {
    /** Sessions that the score and the drawdown look at, the measured one included. */
    private static final int YEAR = 252;

    /** Sessions before the measured one that a reading may look back to; the last session of the year before aside. */
    public static final int SESSIONS_BACK = YEAR - 1 + DailyVolatility.CHANGES;

    /** Sessions after a changed one whose readings may rest on it: no year has more. */
    public static final int SESSIONS_AHEAD = 366;

    /** The readings of a session. @param index of a session with a close */
    public static DailyReadings of(DayRun run, int index) {
        int yearEnd = run.lastOfYearBefore(index);
        int window = Math.max(index - YEAR + 1, 0);
        Double returnYtd = PriceReturn.between(run, yearEnd, index);
        Double score = VolatilityScore.at(run, window, index);
        double volatility = run.volatility(index);
        int oldest = returnYtd == null ? window : Math.min(window, yearEnd);
        Inputs inputs = Inputs.of(run, score == null ? oldest : Math.min(oldest, scored(run, window)), index);
        return new DailyReadings(
                AverageClose.at(run, index, 7),
                AverageClose.at(run, index, 30),
                AverageClose.at(run, index, 90),
                PriceReturn.between(run, index - 1, index),
                PriceReturn.between(run, index - 7, index),
                PriceReturn.between(run, index - 30, index),
                returnYtd,
                Double.isNaN(volatility) ? null : Double.valueOf(volatility),
                score,
                Drawdown.at(run, window, index),
                inputs.count(),
                inputs.observedAt());
    }

    /** First session under the first volatility of the window. */
    private static int scored(DayRun run, int window) {
        int first = window;
        while (Double.isNaN(run.volatility(first))) {
            first++;
        }
        return first - DailyVolatility.CHANGES;
    }

    private record Inputs(int count, long observedAt) {
        static Inputs of(DayRun run, int from, int index) {
            int oldest = from;
            while (!run.has(oldest)) {
                oldest++;
            }
            int count = 0;
            long latest = run.splitsObservedAt(oldest, index);
            for (int i = oldest; i <= index; i++) {
                if (run.has(i)) {
                    count++;
                    latest = Math.max(latest, run.observedAt(i));
                }
            }
            return new Inputs(count, latest);
        }
    }
}
