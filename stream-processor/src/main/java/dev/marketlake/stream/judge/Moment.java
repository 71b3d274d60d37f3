package dev.marketlake.stream.judge;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.measure.LookBack;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Prices;

/** One bar, and all that a rule may ask about it. */
public interface Moment {
    Symbol symbol();

    /** Open time of the bar, microseconds since the epoch. */
    long openTime();

    /** First instant after the bar, cut at the close of its session, microseconds since the epoch. */
    long end();

    Readings readings();

    /** The bars before it. */
    LookBack back();

    /** What stands of a usable bar of the series, this one or one that {@link #back} named. */
    BarContent content(long openTime);

    FundamentalsView fundamentals();

    /** What other sources say of this bar. */
    Rivals rivals();

    /** Its close, in price units. */
    default double close() {
        return Prices.asDouble(content(openTime()).close());
    }
}
