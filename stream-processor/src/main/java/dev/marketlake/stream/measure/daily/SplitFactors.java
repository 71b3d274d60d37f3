package dev.marketlake.stream.measure.daily;

import java.time.LocalDate;

/**
 * The splits of one symbol. Prices of a day {@code d} that are used at a later day {@code t} are divided by the product of the ratios with
 * an ex-date in (d, t]; later splits never matter.
 */
public interface SplitFactors {
    /** Of a symbol that was never split. */
    SplitFactors NONE = new SplitFactors() {
        @Override
        public double between(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
            return 1;
        }

        @Override
        public long observedAt(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
            return Long.MIN_VALUE;
        }
    };

    /** Product of the ratios with an ex-date in (from, to]: 7 for a 7-for-1 split, 0.1 for a 1-for-10 one, 1 where there is none. */
    double between(LocalDate exclusiveFrom, LocalDate inclusiveTo);

    /** When the last of those splits became known, microseconds since the epoch, UTC; Long.MIN_VALUE where there is none. */
    long observedAt(LocalDate exclusiveFrom, LocalDate inclusiveTo);
}
