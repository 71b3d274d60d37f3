package dev.marketlake.stream.book;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.BarRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The daily bars of a symbol: folded and sent, then measured over the years. */
final class DayBars implements RollUp.Parents {
    private final BarSeries days;
    private final BarSeries sent;
    private final DailyPerformance performance;
    private LocalDate first;

    /** Takes up the days as they are stored. @param sent days as sources send them @param newest trade date of the symbol's newest bar; LocalDate.MIN where there is none yet */
    DayBars(BarSeries days, BarSeries sent, DayChoice choice, SplitFactors splits, LocalDate newest) {
        this.days = days;
        this.sent = sent;
        DayDepth depth = DayDepth.of(days.calendar(), newest);
        // The changelog gives back more than was kept.
        trim(depth.oldest());
        this.first = depth.first();
        this.performance = new DailyPerformance(days, choice, splits, first);
    }

    @Override
    public void put(long openTime, Optional<BarFold> fold, long clock, Effects effects) {
        int index = days.find(openTime);
        if (index < 0 && fold.isEmpty()) {
            return;
        }
        BarCell day = index >= 0 ? days.at(index) : effects.insert(days, -index - 1, StoredBar.fresh(openTime));
        if (fold.isPresent()) {
            StoredBar folded = Derived.stored(day, fold.get());
            effects.store(days, day, folded.screened(folded.standing().notes(), true));
            if (!yields(openTime)) {
                BarRows.publish(days, day, effects);
            }
            performance.changed(day);
        } else if (!day.stored().contents().isEmpty()) {
            SeenContent last = day.stored().standing();
            if (!yields(openTime)) {
                BarRows.withdraw(days, day, last.first().observedAt(), last.origin(), effects);
            }
            performance.withdraw(day, last, effects);
            effects.store(days, day, day.stored().withContents(List.of(), 0));
        }
    }

    /** Where a source sends a day's bar as traded, its row is that one, whichever came first. */
    private boolean yields(long openTime) {
        return sent.find(openTime) >= 0;
    }

    /** Sends the daily readings that the days put since the last time change. */
    void settle(Effects effects) {
        performance.settle(effects);
    }

    /** Closes from before a date compare otherwise with those from it on: the readings that look across it are sent again. */
    void splitsChanged(LocalDate exDate, Effects effects) {
        performance.splitsChanged(exDate, first, effects);
    }

    /** Forgets the days that are too old. @param newest trade date of the symbol's newest bar */
    void evict(LocalDate newest) {
        DayDepth depth = DayDepth.of(days.calendar(), newest);
        LocalDate oldest = depth.oldest();
        first = depth.first();
        trim(oldest);
        performance.dropBefore(oldest);
    }

    private void trim(LocalDate oldest) {
        int count = 0;
        while (count < days.size() && days.at(count).tradeDate().isBefore(oldest)) {
            count++;
        }
        days.removeOldest(count);
    }
}
