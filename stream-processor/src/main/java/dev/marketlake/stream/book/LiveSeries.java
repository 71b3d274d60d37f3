package dev.marketlake.stream.book;

import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.Admission;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.book.Measuring.Measured;
import dev.marketlake.stream.emit.AlertRows.Subject;
import dev.marketlake.stream.emit.BarRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.IndicatorRows;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.screen.Screening;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.time.LocalDate;
import java.util.function.BiConsumer;

/**
 * One series at work. Bars before {@code settled} are complete, screened, measured and judged; the rest wait for completeness.
 *
 * <pre>
 *   0          settled        size
 *   | settled    | incomplete   |      a bar at the end settles at once;
 *   |  ^ late or corrected bar         a bar further back moves settled to itself; where it is near, all is walked over
 *   |                                  from there to the end at once, else with the next flush
 * </pre>
 *
 * The walk sends a row only where its content changed, so walking over more than needed sends nothing more.
 */
final class LiveSeries {
    /** Bars that are walked over again at once: a bar this late costs no more, and the rows that rest on it do not wait. */
    private static final int NEAR = 30;

    private final BarSeries bars;
    private final BarClaims claims;
    private final Measuring measuring;
    private final Screening screening;
    private final Completeness completeness;
    private final Alerting alerts;
    /** Whether its bars are also folded, from finer ones that were screened. */
    private final boolean rolledUp;

    private final BiConsumer<BarCell, Effects> changedRow;
    private Judging judging;
    private int settled;
    private boolean stale;

    /**
     * @param splits by which prices of earlier dates compare
     * @param first first trade date that can be corrected; what lies before is only read
     * @param changedRow told each bar whose row changed
     */
    LiveSeries(
            BarSeries bars,
            BookRules rules,
            Alerting alerts,
            SplitFactors splits,
            LocalDate first,
            BiConsumer<BarCell, Effects> changedRow) {
        this.bars = bars;
        this.claims = new BarClaims(bars, rules.sources());
        Depth depth = rules.depths().apply(bars.key().interval());
        this.measuring = new Measuring(bars, depth, splits);
        this.screening = new Screening(bars, depth, rules.median(), splits);
        this.rolledUp = SentSeries.isRolledUp(bars);
        this.completeness = rolledUp
                ? Completeness.ofSlots(bars.calendar(), bars.key().interval(), rules.grace())
                : Completeness.ofSource(bars.calendar(), bars.key().interval(), rules.grace());
        this.alerts = alerts;
        this.judging = alerts.judging(bars, completeness);
        this.changedRow = changedRow;
        resume(first);
    }

    BarSeries bars() {
        return bars;
    }

    /** Takes one observation. Bars are sent at once; what rests on a corrected one follows with the next settling. */
    Admission admit(long openTime, SeenContent arrival, long clock, Effects effects) {
        BarClaims.Taken taken = claims.take(openTime, arrival, effects);
        if (taken.changed() != BarClaims.NONE) {
            changed(taken.changed(), clock, effects);
        }
        return taken.admission();
    }

    /** What bars are judged by besides bars has changed for those that end at or after a time: they are judged again with the next flush. */
    void judgeFrom(long time, Effects effects) {
        long length = bars.key().interval().length().toNanos() / 1_000;
        int found = bars.find(time - length);
        walkAgainFrom(found >= 0 ? found : -found - 1, effects);
    }

    /**
     * Prices from before {@code exDate} compare otherwise with those from it on: bars that may look across it are walked over again with the
     * next flush, from {@code first} on, before which bars are only read.
     */
    void splitsChanged(LocalDate exDate, LocalDate first, Effects effects) {
        int index = bars.firstOn(exDate.isAfter(first) ? exDate : first);
        measuring.forgetBasis();
        walkAgainFrom(index, effects);
    }

    /** Has what is settled from the bar at {@code index} on settled again with the next flush, also after a restart. */
    private void walkAgainFrom(int index, Effects effects) {
        if (index < settled) {
            rewind(index);
            mark(bars.at(index), true, effects);
            stale = true;
        }
    }

    /** An empty bar has been put at {@code index}: behind what is settled it changes nothing. */
    void inserted(int index) {
        if (index < settled) {
            settled++;
        }
    }

    /** Takes back every row of a bar that is about to be emptied. */
    void withdraw(BarCell cell, Effects effects) {
        SeenContent last = cell.stored().standing();
        BarRows.withdraw(bars, cell, last.first().observedAt(), last.origin(), effects);
        IndicatorRows.withdraw(bars, cell, effects);
        judging.retractAll(cell, effects);
    }

    /** The contents of a bar have changed. */
    void changed(int index, long clock, Effects effects) {
        if (index < settled || goesOnWithLeftDate(index)) {
            boolean atOnce = !stale && settled - index <= NEAR;
            rewind(index);
            if (!atOnce) {
                mark(bars.at(index), true, effects);
                stale = true;
            }
        }
        if (stale) {
            show(index, clock, effects);
        } else {
            settle(clock, effects);
        }
    }

    /** Whether the first unsettled bar has settled ones of its date before it, and the progress of that date is no longer held. */
    private boolean goesOnWithLeftDate(int index) {
        if (index != settled || index == 0) {
            return false;
        }
        LocalDate date = bars.at(index).tradeDate();
        return bars.at(index - 1).tradeDate().equals(date) && !measuring.isWithin(date);
    }

    private void mark(BarCell cell, boolean pending, Effects effects) {
        effects.store(bars, cell, cell.stored().withPending(pending));
    }

    /** Whether settling now would do anything. */
    boolean isDue(long clock) {
        return stale || (settled < bars.size() && completeness.reached(bars.at(settled), clock));
    }

    /** Screens, measures and judges every bar from the first unsettled on, as far as bars are complete. */
    void settle(long clock, Effects effects) {
        while (settled < bars.size()
                && (bars.at(settled).complete() || completeness.reached(bars.at(settled), clock))) {
            settleOne(settled, clock, effects);
            bars.at(settled).rest();
            settled++;
        }
        for (int i = settled; i < bars.size(); i++) {
            show(i, clock, effects);
        }
        stale = false;
    }

    private void settleOne(int index, long clock, Effects effects) {
        BarCell cell = bars.at(index);
        if (cell.stored().contents().isEmpty()) {
            return;
        }
        mark(cell, false, effects);
        show(index, clock, effects);
        if (bars.key().basis() != PriceBasis.RAW) {
            // Readings and alerts are of prices as traded: their keys have no room for another basis.
            return;
        }
        if (!cell.usable()) {
            IndicatorRows.withdraw(bars, cell, effects);
            judging.retractAll(cell, effects);
            return;
        }
        Measured measured = measuring.measure(cell);
        IndicatorRows.publish(bars, cell, measured.readings(), effects);
        judging.judge(measured.day(), new Subject(bars, cell, measured.readings()), effects);
    }

    /** Screens one bar against the bars before it, and sends its row where that changed. */
    private void show(int index, long clock, Effects effects) {
        BarCell cell = bars.at(index);
        if (cell.stored().contents().isEmpty()) {
            return;
        }
        boolean complete = cell.stored().complete() || completeness.reached(cell, clock);
        effects.store(bars, cell, cell.stored().screened(violations(index), complete));
        if (BarRows.publish(bars, cell, effects)) {
            changedRow.accept(cell, effects);
        }
    }

    /** A roll-up rests on bars that were screened, so it is not judged by its neighbours once more. */
    private Reasons violations(int index) {
        SeenContent standing = bars.at(index).stored().standing();
        return rolledUp && standing.source() == Source.DERIVED ? standing.notes() : screening.violations(index);
    }

    /** Where the day of the bar is the one measured last, what lies before the bar stands; else its day is walked over afresh. */
    private void rewind(int index) {
        boolean within = measuring.isWithin(bars.at(index).tradeDate());
        settled = Math.min(settled, within ? index : bars.startOfDate(index));
        measuring.goBackTo(bars.at(settled));
    }

    /** Forgets the bars that {@code kept} no longer covers. Nothing may be stale. */
    void evict(KeptRange kept) {
        int gone = kept.trim(bars);
        if (gone == 0) {
            return;
        }
        if (settled < gone
                || (settled < gone + bars.size()
                        && bars.at(settled - gone).tradeDate().isBefore(kept.first()))) {
            resume(kept.first());
            return;
        }
        settled -= gone;
        measuring.forgetEvicted();
    }

    /** Takes up the bars under the rules now in force, as a restart would: the last trade date is judged again. */
    void judgeAgain(LocalDate first) {
        judging = alerts.judging(bars, completeness);
        resume(first);
    }

    /**
     * Takes up the bars as they are stored, after a restart: settled up to the last trade date, or to what was pending or incomplete. What
     * lies before {@code first} stays settled: what it was read against is gone.
     */
    private void resume(LocalDate first) {
        int size = bars.size();
        int from = size == 0 ? 0 : bars.startOfDate(size - 1);
        for (int i = 0; i < size; i++) {
            BarCell cell = bars.at(i);
            stale |= cell.pending();
            boolean incomplete = !cell.complete() && !cell.empty();
            if (cell.pending() || incomplete) {
                from = Math.min(from, bars.startOfDate(i));
            }
        }
        while (from < size && bars.at(from).tradeDate().isBefore(first)) {
            from++;
        }
        settled = from;
        measuring.clear();
        for (int i = 0; i < from; i++) {
            if (bars.at(i).usable()) {
                measuring.pass(bars.at(i));
            }
        }
    }
}
