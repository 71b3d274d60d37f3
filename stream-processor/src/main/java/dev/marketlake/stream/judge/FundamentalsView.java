package dev.marketlake.stream.judge;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a company, as of a time. An answer for a time may change only where an observation arrives late; whoever implements
 * this has the bars judged again from that observation's time on.
 */
@FunctionalInterface
public interface FundamentalsView {
    /** Nothing is known of anybody. */
    FundamentalsView NONE = (symbol, time) -> Optional.empty();

    /** The observation with the greatest observedAt at or before {@code time}, microseconds since the epoch; empty where there is none. */
    Optional<Known> asOf(Symbol symbol, long time);

    /**
     * One observation.
     *
     * @param peRatio price over earnings per share, dimensionless; null where the source has none, for example for a loss
     * @param observedAt when it was known, microseconds since the epoch
     * @param origin its raw record
     */
    record Known(@Nullable Double peRatio, long observedAt, Origin origin) {}
}
