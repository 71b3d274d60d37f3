package dev.marketlake.stream.measure.daily;

import org.jspecify.annotations.Nullable;

/**
 * Price return without dividends, as a share: {@code close / close of an earlier session - 1}, so that 0.02 is 2 %. Both sessions need a
 * close.
 */
final class PriceReturn {
    private PriceReturn() {}

    /** @param from index of the earlier session; none below 0 */
    static @Nullable Double between(DayRun run, int from, int index) {
        return run.has(from) && run.has(index) ? Double.valueOf(run.close(index) / run.close(from, index) - 1) : null;
    }
}
