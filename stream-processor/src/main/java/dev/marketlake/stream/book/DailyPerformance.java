package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.PerformanceRows;
import dev.marketlake.stream.measure.daily.DailyReadings;
import dev.marketlake.stream.measure.daily.DayRun;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The daily readings of a symbol at work. A changed day marks itself; settling, later in the same flush, measures from the first marked
 * day to the last that a marked one feeds, and sends the rows whose content changed. Nothing is left over between flushes, so that a
 * crash forgets nothing. Used by one thread.
 */
final class DailyPerformance {
    private final BarSeries days;
    private final DayChoice choice;
    private final DayRun run;
    private @Nullable LocalDate firstStale;
    private @Nullable LocalDate lastStale;

    /**
     * Takes up the days as they are stored.
     *
     * @param days the derived days; each holds what was sent of its readings
     * @param first first trade date that can be corrected: such days without a row get one with the next settling
     */
    DailyPerformance(BarSeries days, DayChoice choice, SplitFactors splits, LocalDate first) {
        this.days = days;
        this.choice = choice;
        this.run = new DayRun(days.calendar(), splits);
        for (int i = 0; i < days.size(); i++) {
            BarCell day = days.at(i);
            if (isSession(day)) {
                boolean counts =
                        choice.standing(day).map(standing -> put(day, standing)).orElse(false);
                if (counts
                        && !day.stored().readings().stands()
                        && !day.tradeDate().isBefore(first)) {
                    mark(day.tradeDate());
                }
            }
        }
    }

    /** Under another calendar a stored day may be none. */
    private boolean isSession(BarCell day) {
        return days.calendar()
                .day(day.tradeDate())
                .map(TradingDay::regularOpen)
                .filter(open -> Micros.of(open) == day.openTime())
                .isPresent();
    }

    private boolean put(BarCell day, SeenContent standing) {
        double close = Prices.asDouble(standing.content().close());
        return run.put(day.tradeDate(), close, standing.first().observedAt());
    }

    /** A day counts, or counts otherwise than before. */
    void changed(BarCell day) {
        if (choice.standing(day).filter(standing -> put(day, standing)).isPresent()) {
            mark(day.tradeDate());
        }
    }

    /** Takes the row of a day back that counts no longer. @param last the bar that counted */
    void withdraw(BarCell day, SeenContent last, Effects effects) {
        PerformanceRows.withdraw(days, day, last, effects);
        if (run.clear(day.tradeDate())) {
            mark(day.tradeDate());
        }
    }

    /** Sends the readings that look across a changed split, of days from {@code first} on. */
    void splitsChanged(LocalDate exDate, LocalDate first, Effects effects) {
        run.splitChanged(exDate);
        LocalDate from = exDate.isAfter(first) ? exDate : first;
        int index = run.find(from);
        int stale = index >= 0 ? index : -index - 1;
        if (stale < run.size()) {
            mark(run.date(stale));
            settle(effects);
        }
    }

    private void mark(LocalDate date) {
        firstStale = firstStale == null || date.isBefore(firstStale) ? date : firstStale;
        lastStale = lastStale == null || date.isAfter(lastStale) ? date : lastStale;
    }

    /** Measures what a change since the last settling may have reached. */
    void settle(Effects effects) {
        if (firstStale == null || lastStale == null) {
            return;
        }
        int last = Math.min(run.find(lastStale) + DailyReadings.SESSIONS_AHEAD, run.size() - 1);
        for (int i = run.find(firstStale); i <= last; i++) {
            if (run.has(i)) {
                measure(i, effects);
            }
        }
        firstStale = null;
        lastStale = null;
    }

    private void measure(int index, Effects effects) {
        TradingDay session = days.calendar().day(run.date(index)).orElseThrow();
        BarCell day = days.at(days.find(Micros.of(session.regularOpen())));
        Optional<SeenContent> counts = choice.standing(day);
        counts.ifPresent(one -> PerformanceRows.publish(days, day, one, DailyReadings.of(run, index), effects));
    }

    /** Forgets the days before {@code oldest}. Nothing may be stale. */
    void dropBefore(LocalDate oldest) {
        run.dropBefore(oldest);
    }
}
