package dev.marketlake.stream.rollup;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Several bars of one stretch of time as one: open of the first, highest high, lowest low, close of the last, sum of volumes.
 *
 * @param content the folded figures; no volume where no child has one
 * @param childCount bars folded
 * @param observedAt latest first observation of a child, microseconds since the epoch, UTC
 * @param origin raw record of the last child
 */
public record BarFold(BarContent content, int childCount, long observedAt, Origin origin) {

    /** Folds usable children in order of open time; empty where there are none. */
    public static Optional<BarFold> of(List<SeenContent> children) {
        if (children.isEmpty()) {
            return Optional.empty();
        }
        long high = Long.MIN_VALUE;
        long low = Long.MAX_VALUE;
        long volume = BarContent.NO_VOLUME;
        long observedAt = Long.MIN_VALUE;
        for (SeenContent child : children) {
            BarContent content = child.content();
            high = Math.max(high, content.high());
            low = Math.min(low, content.low());
            if (content.hasVolume()) {
                volume = Math.max(volume, 0) + content.volume();
            }
            observedAt = Math.max(observedAt, child.first().observedAt());
        }
        SeenContent last = children.getLast();
        long open = children.getFirst().content().open();
        BarContent folded = new BarContent(open, high, low, last.content().close(), volume);
        return Optional.of(new BarFold(folded, children.size(), observedAt, last.origin()));
    }
}
