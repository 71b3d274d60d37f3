package dev.marketlake.stream.rollup;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several bars of one stretch of time as one: open of the first, highest high, lowest low, close of the last, sum of volumes.
 *
 * @param content the folded figures; no volume where no child has one
 * @param childCount bars folded
 * @param observedAt latest first observation of a child, microseconds since the epoch, UTC
 * @param origin raw record of the last child
 */
public record BarFold(BarContent content, int childCount, long observedAt, Origin origin) {

    /** Takes usable children, in order of open time. */
    public static final class Children {
        private long open;
        private long high = Long.MIN_VALUE;
        private long low = Long.MAX_VALUE;
        private long volume = BarContent.NO_VOLUME;
        private long observedAt = Long.MIN_VALUE;
        private int count;
        private @Nullable SeenContent last;

        public void add(SeenContent child) {
            BarContent content = child.content();
            if (count == 0) {
                open = content.open();
            }
            high = Math.max(high, content.high());
            low = Math.min(low, content.low());
            if (content.hasVolume()) {
                volume = Math.max(volume, 0) + content.volume();
            }
            observedAt = Math.max(observedAt, child.first().observedAt());
            last = child;
            count++;
        }

        /** What they fold to; empty where there were none. */
        public Optional<BarFold> folded() {
            return Optional.ofNullable(last).map(end -> {
                BarContent folded =
                        new BarContent(open, high, low, end.content().close(), volume);
                return new BarFold(folded, count, observedAt, end.origin());
            });
        }
    }
}
