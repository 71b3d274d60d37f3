package dev.marketlake.stream.book;

import dev.marketlake.stream.admit.Admission;
import dev.marketlake.stream.admit.Admitting;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.util.List;

/** What sources say of the bars of one series. Used by one thread. */
final class BarClaims {
    /** No bar looks otherwise than before. */
    static final int NONE = -1;

    private final BarSeries bars;
    private final SourcePriority priority;

    /**
     * What became of an observation.
     *
     * @param changed index of the bar that may look otherwise now; {@link #NONE} where there is none
     */
    record Taken(Admission admission, int changed) {}

    BarClaims(BarSeries bars, SourcePriority priority) {
        this.bars = bars;
        this.priority = priority;
    }

    /** Takes one observation. */
    Taken take(long openTime, SeenContent arrival, Effects effects) {
        int found = bars.find(openTime);
        List<SeenContent> known = known(found);
        Admission admission = Admitting.admit(known, arrival, priority);
        List<SeenContent> now = admission.contents();
        if (now == known) {
            return new Taken(admission, NONE);
        }
        int index = put(
                found, openTime, now, found < 0 ? 0 : bars.at(found).stored().childCount(), effects);
        boolean shows = known.isEmpty() || rowChanges(known.getFirst(), now.getFirst()) || isShared(now);
        return new Taken(admission, shows ? index : NONE);
    }

    private List<SeenContent> known(int found) {
        return found < 0 ? List.of() : bars.at(found).peek().contents();
    }

    private int put(int found, long openTime, List<SeenContent> contents, int children, Effects effects) {
        int index = found < 0 ? -found - 1 : found;
        BarCell cell = found < 0 ? effects.insert(bars, index, StoredBar.fresh(openTime)) : bars.at(index);
        effects.store(bars, cell, cell.stored().withContents(contents, children));
        return index;
    }

    private static boolean rowChanges(SeenContent before, SeenContent now) {
        return now.source() != before.source()
                || !now.content().equals(before.content())
                || now.first().observedAt() != before.first().observedAt()
                || !now.notes().equals(before.notes());
    }

    /** Whether several sources speak of the bar: then rules may judge what the others say as well. */
    private static boolean isShared(List<SeenContent> contents) {
        return contents.getLast().source() != contents.getFirst().source();
    }
}
