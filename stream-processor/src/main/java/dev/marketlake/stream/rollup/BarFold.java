package dev.marketlake.stream.rollup;

import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;

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
        private long close;
        private long volume = BarContent.NO_VOLUME;
        private long observedAt = Long.MIN_VALUE;
        private int count;

        /** @param childObservedAt when this content of the child was first observed, microseconds since the epoch, UTC */
        public void add(BarContent content, long childObservedAt) {
            if (count == 0) {
                open = content.open();
            }
            high = Math.max(high, content.high());
            low = Math.min(low, content.low());
            close = content.close();
            if (content.hasVolume()) {
                volume = Math.max(volume, 0) + content.volume();
            }
            observedAt = Math.max(observedAt, childObservedAt);
            count++;
        }

        /** What they fold to. @param last raw record of the last of them. @throws IllegalStateException where there are none */
        public BarFold folded(Origin last) {
            if (count == 0) {
                throw new IllegalStateException("nothing to fold");
            }
            return new BarFold(new BarContent(open, high, low, close, volume), count, observedAt, last);
        }
    }
}
