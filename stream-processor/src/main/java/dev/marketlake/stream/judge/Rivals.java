package dev.marketlake.stream.judge;

import dev.marketlake.market.Source;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import java.util.List;

/** What the sources that were not chosen say of the same bars, in the same price basis. */
@FunctionalInterface
public interface Rivals {
    /** There is one source. */
    Rivals NONE = openTime -> List.of();

    /** What they say of the bar at {@code openTime}, in the order of their priority, complete and valid bars only. */
    List<Said> of(long openTime);

    /**
     * What one source says of a bar.
     *
     * @param observedAt since when this has been known, microseconds since the epoch
     * @param origin its raw record
     */
    record Said(Source source, BarContent content, long observedAt, Origin origin) {}
}
