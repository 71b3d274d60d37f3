package dev.marketlake.stream.screen;

import static dev.marketlake.stream.observation.Reason.FAR_FROM_MEDIAN;
import static dev.marketlake.stream.observation.Reason.OFF_GRID;
import static dev.marketlake.stream.observation.Reason.OUTSIDE_SESSION;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.time.LocalDate;

/**
 * Screens a bar of a series: reasons that make it invalid, and the advisory ones it was read with. A function of the bar and of the
 * complete bars of its series before it, valid or not, back to where readings may look.
 */
public final class Screening {
    private final BarSeries series;
    private final Depth depth;
    private final MedianScreen median;
    private final Grid grid;
    private final SplitFactors splits;
    private final long[] closes = new long[MedianScreen.BARS];
    private LocalDate anchorOf = LocalDate.MIN;
    private long anchor;

    public Screening(BarSeries series, Depth depth, MedianScreen median, SplitFactors splits) {
        this.series = series;
        this.depth = depth;
        this.median = median;
        this.splits = splits;
        this.grid = new Grid(series.calendar(), series.key().interval());
    }

    /** All violations of the bar at {@code index}. */
    public Reasons violations(int index) {
        BarCell cell = series.at(index);
        Reasons found = cell.stored().standing().notes();
        if (!grid.holds(cell.openTime())) {
            found = found.with(OFF_GRID);
        }
        if (cell.session() == SessionPart.CLOSED) {
            return found.with(OUTSIDE_SESSION);
        }
        long close = cell.stored().standing().content().close();
        return takeClosesBefore(index) && median.isFar(close, closes) ? found.with(FAR_FROM_MEDIAN) : found;
    }

    /** Whether there are enough of them to judge by. */
    private boolean takeClosesBefore(int index) {
        LocalDate date = series.at(index).tradeDate();
        long oldest = anchor(date);
        int count = 0;
        for (int i = index - 1; i >= 0 && count < closes.length; i--) {
            BarCell before = series.at(i);
            if (before.openTime() < oldest) {
                break;
            }
            if (before.complete() && !before.empty()) {
                closes[count++] = closeSeenFrom(date, before);
            }
        }
        return count == closes.length;
    }

    /** Close of an earlier bar as it compares with prices of a date. */
    private long closeSeenFrom(LocalDate date, BarCell before) {
        if (before.tradeDate().equals(date)) {
            return before.close();
        }
        double factor = splits.between(before.tradeDate(), date);
        return factor == 1 ? before.close() : Math.round(before.close() / factor);
    }

    private long anchor(LocalDate date) {
        if (!date.equals(anchorOf)) {
            LocalDate first = depth.anchor(series.calendar(), date);
            anchor = series.calendar()
                    .day(first)
                    .map(TradingDay::preOpen)
                    .map(Micros::of)
                    .orElseThrow();
            anchorOf = date;
        }
        return anchor;
    }
}
