package dev.marketlake.stream.book;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.Provenance;
import dev.marketlake.stream.series.SeriesKey;
import dev.marketlake.stream.series.SessionClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The series of one symbol that sources send, by interval, price basis and class of session; what is folded to bars of less than a day stands
 * among them. Used by one thread.
 */
final class SentSeries {
    private final Symbol symbol;
    private final TradingCalendar calendar;
    private final DayFinder hours;
    private final BarSeriesStore store;
    private final Function<BarSeries, LiveSeries> open;
    private final Map<BarSeries, LiveSeries> series = new LinkedHashMap<>();
    private @Nullable LiveSeries last;

    /** @param open puts the bars of a series to work */
    SentSeries(Symbol symbol, TradingCalendar calendar, BarSeriesStore store, Function<BarSeries, LiveSeries> open) {
        this.symbol = symbol;
        this.calendar = calendar;
        this.hours = new DayFinder(calendar);
        this.store = store;
        this.open = open;
    }

    Collection<LiveSeries> all() {
        return series.values();
    }

    /** The series that a bar belongs to. Most bars belong to the one asked for last. */
    LiveSeries of(Interval interval, PriceBasis basis, long openTime) {
        SessionClass sessionClass = SessionClass.of(hours.part(openTime));
        LiveSeries found = last;
        if (found == null || !isOf(found.bars(), interval, basis, sessionClass)) {
            found = of(store.series(new SeriesKey(symbol, interval, Provenance.SENT, basis), sessionClass, calendar));
            last = found;
        }
        return found;
    }

    /** The series that minutes are rolled up to. */
    LiveSeries ofRollUp(Interval interval) {
        SeriesKey key = new SeriesKey(symbol, interval, Provenance.SENT, PriceBasis.RAW);
        return of(store.series(key, SessionClass.REGULAR, calendar));
    }

    /** The series at work on some bars. */
    LiveSeries of(BarSeries bars) {
        return series.computeIfAbsent(bars, open);
    }

    private static boolean isOf(BarSeries bars, Interval interval, PriceBasis basis, SessionClass sessionClass) {
        return bars.sessionClass() == sessionClass
                && bars.key().interval() == interval
                && bars.key().basis() == basis;
    }

    /** The series that roll-ups are folded from. */
    Optional<BarSeries> folded() {
        return series.keySet().stream().filter(SentSeries::isFolded).findFirst();
    }

    /** Whether roll-ups are folded from these bars: regular minutes, as traded. */
    static boolean isFolded(BarSeries bars) {
        return bars.key().interval() == Interval.M1 && isRegularAsTraded(bars);
    }

    /** Whether these bars may be roll-ups: regular ones of 5m to 1h, as traded. */
    static boolean isRolledUp(BarSeries bars) {
        Interval interval = bars.key().interval();
        return interval.isIntraday() && interval != Interval.M1 && isRegularAsTraded(bars);
    }

    private static boolean isRegularAsTraded(BarSeries bars) {
        return bars.sessionClass() == SessionClass.REGULAR && bars.key().basis() == PriceBasis.RAW;
    }
}
