package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Synthetic markets and days for tests. */
public final class Markets {
    public static final Symbol AAPL = new Symbol("AAPL");
    public static final Symbol MSFT = new Symbol("MSFT");
    public static final Symbol UGA = new Symbol("UGA");
    public static final Symbol VIX = new Symbol("VIX");
    public static final TradingCalendar NYSE = TradingCalendar.of("NYSE");

    private Markets() {}

    /** Two liquid symbols, a thin one and an index. */
    public static SyntheticMarket synthetic(long seed) {
        return new SyntheticMarket(SyntheticSettings.of(
                seed,
                Map.of(
                        AAPL, Liquidity.LIQUID,
                        MSFT, Liquidity.LIQUID,
                        UGA, Liquidity.THIN,
                        VIX, Liquidity.INDEX)));
    }

    public static TradingDay day(String date) {
        return NYSE.day(LocalDate.parse(date)).orElseThrow();
    }

    /** Regular minutes of a date, oldest first. */
    public static List<MarketBar> regular(Market market, Symbol symbol, String date) {
        return market.minutes(symbol, day(date).regularOpen(), day(date).regularClose());
    }

    /** All there is to see at {@code now}, with the forming bar and no corrections. */
    public static MarketView view(Market market, Instant now) {
        return new MarketView(market, now, FormingBar.INCLUDED, Revisions.NONE);
    }

    public static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** The first {@code count} trade dates of 2025. */
    public static List<LocalDate> sessions(int count) {
        return LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .filter(date -> NYSE.day(date).isPresent())
                .limit(count)
                .toList();
    }
}
