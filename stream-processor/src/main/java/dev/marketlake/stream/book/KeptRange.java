package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.time.LocalDate;

/**
 * What is kept of a symbol's bars of an interval, counted back from its newest bar.
 *
 * @param oldest first trade date that is kept
 * @param oldestOpen first open time that is kept, microseconds since the epoch
 * @param first first trade date that can be corrected
 */
record KeptRange(LocalDate oldest, long oldestOpen, LocalDate first) {
    private static final KeptRange EVERYTHING = new KeptRange(LocalDate.MIN, Long.MIN_VALUE, LocalDate.MIN);

    /** @param newestDate LocalDate.MIN where there is no bar yet */
    static KeptRange of(Depth depth, TradingCalendar calendar, LocalDate newestDate, long newestOpen) {
        if (newestDate.equals(LocalDate.MIN)) {
            return EVERYTHING;
        }
        return new KeptRange(
                depth.oldestKept(calendar, newestDate),
                newestOpen - depth.span().toMillis() * Micros.PER_MILLI + 1,
                depth.first(calendar, newestDate));
    }

    /** Whether a bar is too old to be corrected. */
    boolean isBeyond(LocalDate date, long openTime) {
        return date.isBefore(first) || openTime < oldestOpen;
    }

    /** Takes the bars out that are not kept. @return how many */
    int trim(BarSeries bars) {
        int count = 0;
        while (count < bars.size() && !keeps(bars.at(count))) {
            count++;
        }
        if (count > 0) {
            bars.removeOldest(count);
        }
        return count;
    }

    private boolean keeps(BarCell bar) {
        return !bar.tradeDate().isBefore(oldest) && bar.openTime() >= oldestOpen;
    }
}
