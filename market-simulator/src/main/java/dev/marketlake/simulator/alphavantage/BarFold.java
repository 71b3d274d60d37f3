package dev.marketlake.simulator.alphavantage;

import dev.marketlake.simulator.market.MarketBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Folds one-minute bars into longer ones: first open, greatest high, least low, last close, summed volume; number texts are kept. */
final class BarFold {
    private BarFold() {}

    /** Bars of {@code interval}, oldest first, from minutes oldest first. */
    static List<MarketBar> fold(List<MarketBar> minutes, SeriesInterval interval, ZoneId zone) {
        if (interval == SeriesInterval.ONE_MINUTE) {
            return minutes;
        }
        List<MarketBar> bars = new ArrayList<>();
        for (MarketBar minute : minutes) {
            Instant start = interval.barStart(minute.start(), zone);
            if (!bars.isEmpty() && bars.getLast().start().equals(start)) {
                bars.add(joined(bars.removeLast(), minute));
            } else {
                bars.add(new MarketBar(
                        start, minute.open(), minute.high(), minute.low(), minute.close(), minute.volume()));
            }
        }
        return bars;
    }

    private static MarketBar joined(MarketBar bar, MarketBar next) {
        return new MarketBar(
                bar.start(),
                bar.open(),
                number(next.high()).compareTo(number(bar.high())) > 0 ? next.high() : bar.high(),
                number(next.low()).compareTo(number(bar.low())) < 0 ? next.low() : bar.low(),
                next.close(),
                number(bar.volume()).add(number(next.volume())).toPlainString());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
