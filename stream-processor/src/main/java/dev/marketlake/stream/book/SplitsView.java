package dev.marketlake.stream.book;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.measure.daily.SplitFactors;

/** The splits of each symbol, as they stand whenever they are asked for. */
@FunctionalInterface
public interface SplitsView {
    /** Of symbols that were never split. */
    SplitsView NONE = symbol -> SplitFactors.NONE;

    /** Of one symbol: an object that follows later changes. */
    SplitFactors of(Symbol symbol);
}
