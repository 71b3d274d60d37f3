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
import java.util.ArrayList;
import java.util.List;

/** How a roll-up is stored: as one content more, after those that sources state, to which it yields; none where no valid child is left. */
final class Derived {
    private Derived() {}

    /** The bar with what its children fold to. */
    static StoredBar stored(BarCell cell, BarFold fold) {
        BarContent content = fold.content();
        Reasons notes = content.volume() == 0 ? Reasons.of(Reason.ZERO_VOLUME) : Reasons.NONE;
        Place known = new Place(fold.observedAt(), "", 0);
        SeenContent seen = SeenContent.once(Source.DERIVED, content, known, fold.origin(), notes);
        List<SeenContent> contents = new ArrayList<>(stated(cell));
        contents.add(seen);
        return cell.stored().withContents(List.copyOf(contents), fold.childCount());
    }

    /** The bar without what its children folded to. */
    static StoredBar withoutFold(BarCell cell) {
        return cell.stored().withContents(stated(cell), 0);
    }

    /** Whether the children of a bar have folded to something. */
    static boolean isFolded(BarCell cell) {
        List<SeenContent> contents = cell.stored().contents();
        return !contents.isEmpty() && contents.getLast().source() == Source.DERIVED;
    }

    /** Whether what the children of a bar fold to is what stands. */
    static boolean stands(StoredBar bar) {
        return !bar.contents().isEmpty() && bar.standing().source() == Source.DERIVED;
    }

    /** What sources say of a bar, in order. */
    private static List<SeenContent> stated(BarCell cell) {
        List<SeenContent> contents = cell.stored().contents();
        return isFolded(cell) ? List.copyOf(contents.subList(0, contents.size() - 1)) : contents;
    }
}
