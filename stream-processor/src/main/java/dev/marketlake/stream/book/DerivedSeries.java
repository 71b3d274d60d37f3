package dev.marketlake.stream.book;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.util.Optional;

/**
 * Bars that are folded, of trades or of finer bars: put among those that sources send, then sent, measured and judged like any other. Where a
 * source sends such a bar itself, both are contents of one bar, and the source's stands, whichever came first.
 */
final class DerivedSeries implements RollUp.Parents {
    private final LiveSeries series;
    private final BarSeries bars;

    DerivedSeries(LiveSeries series) {
        this.series = series;
        this.bars = series.bars();
    }

    @Override
    public void put(long openTime, Optional<BarFold> fold, long clock, Effects effects) {
        int found = bars.find(openTime);
        if (found < 0 && fold.isEmpty()) {
            return;
        }
        int index = found >= 0 ? found : insert(-found - 1, openTime, effects);
        BarCell cell = bars.at(index);
        if (fold.isPresent()) {
            replace(index, Derived.stored(cell, fold.get()), clock, effects);
        } else if (Derived.isFolded(cell)) {
            if (Derived.stands(cell.stored())) {
                series.withdraw(cell, effects);
            }
            replace(index, Derived.withoutFold(cell), clock, effects);
        }
        // After a restart every fold is looked at once, and most have not changed.
        cell.rest();
    }

    private int insert(int index, long openTime, Effects effects) {
        effects.insert(bars, index, StoredBar.fresh(openTime));
        series.inserted(index);
        return index;
    }

    private void replace(int index, StoredBar folded, long clock, Effects effects) {
        BarCell cell = bars.at(index);
        boolean same = folded.contents().equals(cell.stored().contents())
                && folded.childCount() == cell.stored().childCount();
        if (!same) {
            boolean shows = Derived.stands(cell.stored()) || Derived.stands(folded);
            effects.store(bars, cell, folded);
            if (shows) {
                series.changed(index, clock, effects);
            }
        }
    }
}
