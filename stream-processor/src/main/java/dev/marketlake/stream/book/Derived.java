package dev.marketlake.stream.book;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.util.ArrayList;
import java.util.List;

/** How a roll-up is stored: one content, that of the fold; none where no valid child is left; pending where it waits to be folded. */
final class Derived {
    private Derived() {}

    /** Open times of the bars that wait to be folded. */
    static List<Long> waiting(BarSeries bars) {
        List<Long> waiting = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            if (bars.at(i).peek().pending()) {
                waiting.add(bars.at(i).openTime());
            }
        }
        return waiting;
    }

    /** Marks the bar at {@code openTime} as waiting, putting it there where it is new. @return its index where it is new, else -1 */
    static int await(BarSeries bars, long openTime, Effects effects) {
        int index = bars.find(openTime);
        int at = -index - 1;
        BarCell cell = index >= 0 ? bars.at(index) : effects.insert(bars, at, StoredBar.fresh(openTime));
        effects.store(bars, cell, cell.stored().withPending(true));
        return index >= 0 ? -1 : at;
    }

    /** The bar with what its children fold to. */
    static StoredBar stored(BarCell cell, BarFold fold) {
        BarContent content = fold.content();
        Reasons notes = content.volume() == 0 ? Reasons.of(Reason.ZERO_VOLUME) : Reasons.NONE;
        Place known = new Place(fold.observedAt(), "", 0);
        SeenContent seen = SeenContent.once(Source.DERIVED, content, known, fold.origin(), notes);
        return cell.stored().withContents(List.of(seen), fold.childCount());
    }
}
