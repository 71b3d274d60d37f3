package dev.marketlake.simulator.market;

import dev.marketlake.market.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The latest trade date against the close before it.
 *
 * @param previousClose close of the trade date before; the day's own open where the market begins with this day
 */
public record Quote(DayBar day, BigDecimal previousClose) {
    private static final int PERCENT_SCALE = 4;

    /** Empty where nothing of the symbol can be seen yet. */
    public static Optional<Quote> of(Symbol symbol, MarketView view) {
        return view.latestDay(symbol)
                .map(day -> new Quote(
                        day,
                        view.latestDayUntil(symbol, day.date().minusDays(1))
                                .map(DayBar::close)
                                .orElse(day.open())));
    }

    public BigDecimal change() {
        return day.close().subtract(previousClose);
    }

    /** In percent, four decimals, rounded half up; 0 where the previous close is 0. */
    public BigDecimal changePercent() {
        if (previousClose.signum() == 0) {
            return BigDecimal.ZERO.setScale(PERCENT_SCALE);
        }
        return change().movePointRight(2).divide(previousClose, PERCENT_SCALE, RoundingMode.HALF_UP);
    }
}
