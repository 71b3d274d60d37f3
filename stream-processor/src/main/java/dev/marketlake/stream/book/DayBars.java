package dev.marketlake.stream.book;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.BarRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The daily bars of a symbol: folded and sent, not measured here. */
final class DayBars implements RollUp.Parents {
    private final BarSeries days;

    DayBars(BarSeries days) {
        this.days = days;
    }

    @Override
    public List<Long> waiting() {
        return Derived.waiting(days);
    }

    @Override
    public void await(long openTime, Effects effects) {
        Derived.await(days, openTime, effects);
    }

    @Override
    public void put(long openTime, Optional<BarFold> fold, long clock, Effects effects) {
        await(openTime, effects);
        BarCell day = days.at(days.find(openTime));
        effects.store(days, day, day.stored().withPending(false));
        if (fold.isPresent()) {
            StoredBar folded = Derived.stored(day, fold.get());
            effects.store(days, day, folded.screened(folded.standing().notes(), true));
            BarRows.publish(days, day, effects);
        } else if (!day.stored().contents().isEmpty()) {
            SeenContent last = day.stored().standing();
            BarRows.withdraw(days, day, last.first().observedAt(), last.origin(), effects);
            effects.store(days, day, day.stored().withContents(List.of(), 0));
        }
    }

    /** Forgets the days before {@code first}. */
    void evictBefore(LocalDate first) {
        while (days.size() > 0 && days.at(0).tradeDate().isBefore(first)) {
            days.removeOldest(1);
        }
    }
}
