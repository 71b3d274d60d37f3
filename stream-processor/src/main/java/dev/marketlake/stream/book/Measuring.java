package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.measure.AnchoredRun;
import dev.marketlake.stream.measure.Annualization;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.measure.Run;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Measures the usable bars of a series one after the other, and can go back to any of them. Used by one thread. */
final class Measuring {
    private static final LocalDate FORGOTTEN = LocalDate.MAX;

    private final BarSeries bars;
    private final Depth depth;
    private final Annualization year;
    private final SplitFactors splits;
    private final Run run = new Run();
    private @Nullable DayProgress day;
    /** Date whose prices the run is in; earlier bars are adjusted for the splits up to it. */
    private LocalDate basis = LocalDate.MIN;

    /** How far the day of the bar measured last has come, and what was measured. */
    record Measured(DayProgress day, Readings readings) {}

    Measuring(BarSeries bars, Depth depth, SplitFactors splits) {
        this.splits = splits;
        this.bars = bars;
        this.depth = depth;
        this.year = Annualization.of(bars.calendar(), bars.key().interval());
    }

    /** Goes on to a usable bar, the next after those measured. */
    Measured measure(BarCell cell) {
        LocalDate date = cell.tradeDate();
        express(date, cell.openTime());
        pass(cell);
        DayProgress reached = day;
        if (reached == null || !reached.isOf(date)) {
            reached = new DayProgress(date);
            day = reached;
        }
        AnchoredRun anchored = reached.anchored();
        if (anchored == null) {
            LocalDate from = depth.anchor(bars.calendar(), date);
            int anchor = run.firstAtOrAfter(start(from));
            anchored = reached.anchor(
                    new AnchoredRun(run, anchor, run.firstAtOrAfter(start(date)), splits.observedAt(from, date)));
        }
        anchored.advance(run.size() - 1);
        return new Measured(reached, Readings.of(anchored, year));
    }

    /** Goes on past a usable bar whose readings are known, to read it for those after it. */
    void pass(BarCell cell) {
        SeenContent standing = cell.standing();
        BarContent content = standing.content();
        double close = Prices.asDouble(content.close());
        double typical = (Prices.asDouble(content.high()) + Prices.asDouble(content.low()) + close) / 3;
        double factor = splits.between(cell.tradeDate(), basis);
        long volume = factor == 1 || !content.hasVolume() ? content.volume() : Math.round(content.volume() * factor);
        run.append(cell.openTime(), standing.first().observedAt(), close / factor, typical / factor, volume);
    }

    /** Has the run in the prices of a date; where a split lies between, it is read again from the bars before {@code openTime}. */
    private void express(LocalDate date, long openTime) {
        LocalDate before = basis;
        basis = date;
        if (bars.size() > 0 && (before.equals(FORGOTTEN) || isSplitBetween(before, date))) {
            run.clear();
            for (int i = 0; i < bars.size() && bars.at(i).openTime() < openTime; i++) {
                if (bars.at(i).usable()) {
                    pass(bars.at(i));
                }
            }
        }
    }

    private boolean isSplitBetween(LocalDate one, LocalDate other) {
        LocalDate oldest = bars.at(0).tradeDate();
        LocalDate from = one.isAfter(oldest) ? one : oldest;
        return from.isBefore(other)
                ? splits.observedAt(from, other) != Long.MIN_VALUE
                : splits.observedAt(other, from) != Long.MIN_VALUE;
    }

    /** Splits have changed: what is measured next is read afresh. Where the day's rules stand is as true as before. */
    void forgetBasis() {
        basis = FORGOTTEN;
        loseGround();
    }

    /** Whether the day measured last is this one: then what was measured and judged of it is still known. */
    boolean isWithin(LocalDate date) {
        return day != null && day.isOf(date);
    }

    /** Goes back to before a bar; where its day is not the one measured last, that day has to be measured from its first bar. */
    void goBackTo(BarCell cell) {
        DayProgress measured = day;
        if (measured != null && measured.isOf(cell.tradeDate())) {
            measured.cutAt(cell.openTime());
        } else {
            day = null;
        }
        run.cutAt(cell.openTime());
    }

    /** Forgets the bars that are no longer in the series. */
    void forgetEvicted() {
        run.forgetBefore(bars.size() == 0 ? Long.MAX_VALUE : bars.at(0).openTime());
        loseGround();
    }

    private void loseGround() {
        if (day != null) {
            day.loseGround();
        }
    }

    /** Starts over. */
    void clear() {
        run.clear();
        day = null;
        basis = LocalDate.MIN;
    }

    private long start(LocalDate date) {
        return bars.calendar()
                .day(date)
                .map(TradingDay::preOpen)
                .map(Micros::of)
                .orElseThrow();
    }
}
