package dev.marketlake.stream.book;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.StoredBar;
import java.util.List;

/** How a roll-up is stored: one content, that of the fold; none where no valid child is left. */
final class Derived {
    private Derived() {}

    /** The bar with what its children fold to. */
    static StoredBar stored(BarCell cell, BarFold fold) {
        BarContent content = fold.content();
        Reasons notes = content.volume() == 0 ? Reasons.of(Reason.ZERO_VOLUME) : Reasons.NONE;
        Place known = new Place(fold.observedAt(), "", 0);
        SeenContent seen = SeenContent.once(Source.DERIVED, content, known, fold.origin(), notes);
        return cell.stored().withContents(List.of(seen), fold.childCount());
    }
}
