package dev.marketlake.stream.book;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.judge.Rivals;
import dev.marketlake.stream.series.BarSeries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the sources whose word does not stand say last of the bars of a series. What trades or bars fold to is nobody's word. */
record OtherSources(BarSeries bars) implements Rivals {
    @Override
    public List<Said> of(long openTime) {
        int index = bars.find(openTime);
        return index < 0 ? List.of() : of(bars.at(index).peek().contents());
    }

    /** Contents are ordered by source, and of each source the one it stated last comes first. */
    private static List<Said> of(List<SeenContent> contents) {
        if (contents.size() < 2) {
            return List.of();
        }
        Set<Source> heard = EnumSet.of(contents.getFirst().source());
        List<Said> others = new ArrayList<>();
        for (SeenContent seen : contents) {
            if (seen.source() != Source.DERIVED && heard.add(seen.source())) {
                others.add(new Said(seen.source(), seen.content(), seen.first().observedAt(), seen.origin()));
            }
        }
        return others;
    }
}
