package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.BarRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The daily bars of one symbol, folded from the usable regular-session bars of finer series. A touched date waits, also across a
 * restart, for the next flush after its close and grace, so that however many bars change, the day is sent once.
 */
final class DailyRollup {
    private final BarSeries days;
    private final Completeness completeness;
    private final TreeSet<LocalDate> waiting = new TreeSet<>();

    /** @param days the series of roll-ups, as stored */
    DailyRollup(BarSeries days, Completeness completeness) {
        this.days = days;
        this.completeness = completeness;
        for (int i = 0; i < days.size(); i++) {
            if (days.at(i).stored().pending()) {
                waiting.add(days.at(i).tradeDate());
            }
        }
    }

    /** A bar of the date changed. */
    void touch(LocalDate date, Effects effects) {
        if (!waiting.add(date)) {
            return;
        }
        long openTime = openTime(date);
        int index = days.find(openTime);
        BarCell day = index >= 0 ? days.at(index) : effects.insert(days, -index - 1, StoredBar.fresh(openTime));
        effects.store(days, day, day.stored().withPending(true));
    }

    /** Whether folding now would do anything. */
    boolean isDue(long clock) {
        return !waiting.isEmpty() && completeness.reached(waiting.first(), clock);
    }

    /** Folds the waiting dates that are over. @param minutes what they are folded from */
    void fold(BarSeries minutes, long clock, Effects effects) {
        for (Iterator<LocalDate> dates = waiting.iterator(); dates.hasNext(); ) {
            LocalDate date = dates.next();
            if (!completeness.reached(date, clock)) {
                return;
            }
            dates.remove();
            BarCell day = days.at(days.find(openTime(date)));
            effects.store(days, day, day.stored().withPending(false));
            settle(day, BarFold.of(children(minutes, date)), effects);
        }
    }

    private void settle(BarCell day, Optional<BarFold> fold, Effects effects) {
        if (fold.isPresent()) {
            SeenContent content = content(fold.get());
            StoredBar folded =
                    day.stored().withContents(List.of(content), fold.get().childCount());
            effects.store(days, day, folded.screened(content.notes(), true));
            BarRows.publish(days, day, effects);
        } else if (!day.stored().contents().isEmpty()) {
            SeenContent last = day.stored().standing();
            BarRows.withdraw(days, day, last.first().observedAt(), last.origin(), effects);
            effects.store(days, day, day.stored().withContents(List.of(), 0));
        }
    }

    private static SeenContent content(BarFold fold) {
        Reasons notes = fold.content().volume() == 0 ? Reasons.of(Reason.ZERO_VOLUME) : Reasons.NONE;
        return SeenContent.once(fold.content(), new Place(fold.observedAt(), "", 0), fold.origin(), notes);
    }

    private static List<SeenContent> children(BarSeries minutes, LocalDate date) {
        List<SeenContent> children = new ArrayList<>();
        int at = minutes.find(openTime(minutes, date));
        for (int i = at >= 0 ? at : -at - 1; i < minutes.size(); i++) {
            BarCell child = minutes.at(i);
            if (!child.tradeDate().equals(date)) {
                break;
            }
            if (child.usable()) {
                children.add(child.stored().standing());
            }
        }
        return children;
    }

    private long openTime(LocalDate date) {
        return openTime(days, date);
    }

    private static long openTime(BarSeries series, LocalDate date) {
        TradingDay day = series.calendar().day(date).orElseThrow();
        return Micros.of(day.regularOpen());
    }
}
