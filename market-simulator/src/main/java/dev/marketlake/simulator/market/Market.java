package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Every minute of every symbol, past and future alike: what an exchange would have printed. What of it can be seen at an instant is the
 * business of {@link MarketView}. Implementations are immutable in effect and safe for any thread.
 */
public interface Market {
    /** The symbols listed here; asking for another one is a bug. */
    SortedSet<Symbol> symbols();

    /** When this market trades, and its zone. */
    TradingCalendar calendar();

    /** What the stamps on this market's bars mean when they are served. */
    StampConvention stampConvention();

    /** Start of the first minute there is. */
    Instant firstMinute();

    /** End of the last minute there is; empty where the market goes on. */
    Optional<Instant> end();

    /** The final bars of the minutes that start in [from, to), oldest first; a minute without a trade is absent. */
    List<MarketBar> minutes(Symbol symbol, Instant from, Instant to);

    /**
     * The minute that is forming at {@code now}, as far as it has come. A pure function of the minute and of the whole seconds elapsed in
     * it; volume and range only grow towards the final bar, open never changes. Empty where nothing forms.
     */
    Optional<MarketBar> forming(Symbol symbol, Instant now);

    /** The final regular day of a date; empty where the symbol did not trade. */
    default Optional<DayBar> day(Symbol symbol, LocalDate date) {
        return calendar()
                .day(date)
                .flatMap(day -> DayBar.fold(day, minutes(symbol, day.preOpen(), day.postClose()), day.postClose()));
    }
}
