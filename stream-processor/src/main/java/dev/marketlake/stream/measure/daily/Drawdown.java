package dev.marketlake.stream.measure.daily;

/**
 * Distance from the highest close of the last 252 sessions, as a share: {@code close / highest close - 1}, 0 at the high and negative
 * below it. Sessions without a close are passed over, so there is a value from the first close on.
 */
final class Drawdown {
    private Drawdown() {}

    /** @param from index of the first of the 252 sessions; none below 0. @param index of a session with a close */
    static double at(DayRun run, int from, int index) {
        double highest = run.close(index);
        for (int i = Math.max(from, 0); i < index; i++) {
            if (run.has(i)) {
                highest = Math.max(highest, run.close(i, index));
            }
        }
        return run.close(index) / highest - 1;
    }
}
