package dev.marketlake.stream.measure.daily;

import org.jspecify.annotations.Nullable;

/** Mean close of the last n sessions, the measured one included, in price units: {@code sum(close) / n}. All n sessions need a close. */
final class AverageClose {
    private AverageClose() {}

    static @Nullable Double at(DayRun run, int index, int sessions) {
        double sum = 0;
        for (int i = index - sessions + 1; i <= index; i++) {
            if (!run.has(i)) {
                return null;
            }
            sum += run.close(i, index);
        }
        return sum / sessions;
    }
}
