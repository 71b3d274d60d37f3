package dev.marketlake.stream.book;

import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The splits of one symbol that stand, by ex-date. Used by one thread. */
final class SymbolSplits implements SplitFactors {
    private final NavigableMap<LocalDate, Known> byDate = new TreeMap<>();

    /** @param observedAt since when it is known, microseconds since the epoch, UTC */
    private record Known(double ratio, long observedAt) {}

    /** Sets the split of a date. */
    void put(LocalDate exDate, Split split, long observedAt) {
        byDate.put(exDate, new Known((double) split.to() / split.from(), observedAt));
    }

    void clear() {
        byDate.clear();
    }

    @Override
    public double between(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
        double product = 1;
        for (Known split : within(exclusiveFrom, inclusiveTo).values()) {
            product *= split.ratio();
        }
        return product;
    }

    @Override
    public long observedAt(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
        long latest = Long.MIN_VALUE;
        for (Known split : within(exclusiveFrom, inclusiveTo).values()) {
            latest = Math.max(latest, split.observedAt());
        }
        return latest;
    }

    private NavigableMap<LocalDate, Known> within(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
        return byDate.isEmpty() || !exclusiveFrom.isBefore(inclusiveTo)
                ? new TreeMap<>()
                : byDate.subMap(exclusiveFrom, false, inclusiveTo, true);
    }
}
