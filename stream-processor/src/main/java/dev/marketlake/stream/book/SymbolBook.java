package dev.marketlake.stream.book;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.admit.Admission;
import dev.marketlake.stream.admit.Admission.Accepted;
import dev.marketlake.stream.admit.Admission.Duplicate;
import dev.marketlake.stream.admit.Admission.Revised;
import dev.marketlake.stream.admit.Admission.Superseded;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.rollup.SlotGrid;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.Provenance;
import dev.marketlake.stream.series.SeriesKey;
import dev.marketlake.stream.series.SessionClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** All series of one symbol, its clock and its depth. Used by one thread. */
final class SymbolBook {
    private final Symbol symbol;
    private final TradingCalendar calendar;
    private final DayFinder hours;
    private final BookRules rules;
    private final Alerting alerts;
    private final SplitFactors splits;
    private final BarSeriesStore store;
    private final DayBars days;
    private final SentSeries sent;
    private final List<RollUp> rollUps = new ArrayList<>();
    private FeedWatch feeds;
    private LocalDate newestDate = LocalDate.MIN;
    private long newestOpen = Long.MIN_VALUE;
    private long greatestObservedAt = Long.MIN_VALUE;

    /** Takes up what is stored of the symbol. @param stored all its series */
    SymbolBook(
            Symbol symbol,
            TradingCalendar calendar,
            BookRules rules,
            Alerting alerts,
            SplitFactors splits,
            BarSeriesStore store,
            List<BarSeries> stored) {
        this.symbol = symbol;
        this.calendar = calendar;
        this.hours = new DayFinder(calendar);
        this.rules = rules;
        this.alerts = alerts;
        this.splits = splits;
        this.store = store;
        this.feeds = alerts.feedWatch(symbol, calendar);
        this.sent = new SentSeries(symbol, calendar, store, this::live);
        List<BarSeries> atWork = stored.stream()
                .filter(bars -> bars.key().provenance() == Provenance.SENT)
                .toList();
        atWork.forEach(this::seen);
        // The changelog gives back more than was kept; no roll-up may be folded from what is left of an evicted day.
        atWork.forEach(bars -> kept(bars.key().interval()).trim(bars));
        this.days = new DayBars(foldedDays(), sentDays(), DayChoice.ROLL_UP, splits, newestDate);
        for (Interval interval : new TreeSet<>(rules.rollUps())) {
            rollUps.add(new RollUp(new SlotGrid(calendar, interval), parents(interval), rules.grace()));
        }
        atWork.forEach(bars -> {
            sent.of(bars);
            if (SentSeries.isFolded(bars)) {
                rollUps.forEach(one -> one.resume(bars, kept(Interval.M1).first()));
            }
        });
    }

    private RollUp.Parents parents(Interval interval) {
        return interval.isIntraday() ? new DerivedSeries(sent.ofRollUp(interval)) : days;
    }

    private BarSeries foldedDays() {
        SeriesKey key = new SeriesKey(symbol, Interval.D1, Provenance.FOLDED, PriceBasis.RAW);
        return store.series(key, SessionClass.REGULAR, calendar);
    }

    /** Daily bars as sources send them, as traded. */
    private BarSeries sentDays() {
        SeriesKey key = new SeriesKey(symbol, Interval.D1, Provenance.SENT, PriceBasis.RAW);
        return store.series(key, SessionClass.REGULAR, calendar);
    }

    private void seen(BarSeries bars) {
        for (int i = 0; i < bars.size(); i++) {
            BarCell cell = bars.at(i);
            seen(cell.tradeDate(), cell.openTime());
            greatestObservedAt = Math.max(greatestObservedAt, cell.lastObservedAt());
        }
    }

    private KeptRange kept(Interval interval) {
        return KeptRange.of(rules.depths().apply(interval), calendar, newestDate, newestOpen);
    }

    /** Takes one observation. @param wallClock microseconds since the epoch, UTC */
    Disposition take(BarObservation bar, Origin origin, long wallClock, Effects effects) {
        greatestObservedAt = Math.max(greatestObservedAt, bar.place().observedAt());
        if (!reach(bar.interval(), bar.openTime(), wallClock, effects)) {
            return Disposition.BEYOND_DEPTH;
        }
        SeenContent arrival = SeenContent.once(bar.source(), bar.content(), bar.place(), origin, bar.notes());
        Admission admission = sent.of(bar.interval(), bar.basis(), bar.openTime())
                .admit(bar.openTime(), arrival, clock(wallClock), effects);
        return disposition(admission);
    }

    /** Takes what the trades of a minute fold to; a minute beyond the depth stays as it is. */
    void derive(long openTime, BarFold fold, long wallClock, Effects effects) {
        if (reach(Interval.M1, openTime, wallClock, effects)) {
            LiveSeries minutes = sent.of(Interval.M1, PriceBasis.RAW, openTime);
            new DerivedSeries(minutes).put(openTime, Optional.of(fold), clock(wallClock), effects);
        }
    }

    /** Gets ready for a bar, for which older ones may have to go. @return false where it is itself too old */
    private boolean reach(Interval interval, long openTime, long wallClock, Effects effects) {
        LocalDate date = hours.date(openTime);
        boolean advances = date.isAfter(newestDate);
        if (advances) {
            flush(wallClock, effects);
        } else if (date.isBefore(newestDate) && kept(interval).isBeyond(date, openTime)) {
            return false;
        }
        seen(date, openTime);
        if (advances) {
            // Not before the record is taken: what is evicted could not be put back.
            effects.onRelease(this::evict);
        }
        return true;
    }

    /** Works out everything that is stale or newly complete: what sources send first, then the roll-ups above it. */
    void flush(long wallClock, Effects effects) {
        long clock = clock(wallClock);
        settle(sent.all(), clock, effects);
        sent.folded().ifPresent(minutes -> fold(minutes, clock, effects));
        settle(sent.all(), clock, effects);
        days.settle(effects);
        feeds.look(sent.all(), wallClock, effects);
    }

    /** What bars are judged by besides bars has changed for those that end at or after a time. */
    void judgeFrom(long time, Effects effects) {
        sent.all().forEach(one -> one.judgeFrom(time, effects));
    }

    /** Prices from before a date compare otherwise with those from it on: what looks across it is worked out again. */
    void splitsChanged(LocalDate exDate, Effects effects) {
        sent.all().forEach(one -> splitsChanged(one, exDate, effects));
        days.splitsChanged(exDate, effects);
    }

    private void splitsChanged(LiveSeries one, LocalDate exDate, Effects effects) {
        LocalDate first = kept(one.bars().key().interval()).first();
        one.splitsChanged(exDate, first, effects);
    }

    /** Takes every series up as a restart under the rules now in force would. */
    void judgeAgain() {
        feeds = alerts.feedWatch(symbol, calendar);
        sent.all().forEach(this::judgeAgain);
    }

    private void judgeAgain(LiveSeries one) {
        one.judgeAgain(kept(one.bars().key().interval()).first());
    }

    private static void settle(Collection<LiveSeries> all, long clock, Effects effects) {
        for (LiveSeries one : all) {
            if (one.isDue(clock)) {
                one.settle(clock, effects);
            }
        }
    }

    private void fold(BarSeries minutes, long clock, Effects effects) {
        for (RollUp one : rollUps) {
            if (one.isDue(clock)) {
                one.fold(minutes, clock, effects);
            }
        }
    }

    /** The wall clock, or the newest observation of a bar where that is later. */
    long clock(long wallClock) {
        return Math.max(greatestObservedAt, wallClock);
    }

    private void seen(LocalDate date, long openTime) {
        newestDate = date.isAfter(newestDate) ? date : newestDate;
        newestOpen = Math.max(newestOpen, openTime);
    }

    private void evict() {
        sent.all().forEach(this::evict);
        days.evict(newestDate);
    }

    private void evict(LiveSeries one) {
        one.evict(kept(one.bars().key().interval()));
    }

    private LiveSeries live(BarSeries bars) {
        return new LiveSeries(
                bars, rules, alerts, splitsOf(bars), kept(bars.key().interval()).first(), touches(bars));
    }

    /** Prices as traded are compared across splits; where a source has adjusted them, it has done so already. */
    private SplitFactors splitsOf(BarSeries bars) {
        return bars.key().basis() == PriceBasis.RAW ? splits : SplitFactors.NONE;
    }

    private BiConsumer<BarCell, Effects> touches(BarSeries bars) {
        return SentSeries.isFolded(bars)
                ? (bar, effects) -> rollUps.forEach(one -> one.touch(bar))
                : (bar, effects) -> {};
    }

    private static Disposition disposition(Admission admission) {
        return switch (admission) {
            case Accepted accepted -> Disposition.ACCEPTED;
            case Revised revised -> Disposition.REVISED;
            case Duplicate duplicate -> Disposition.DUPLICATE;
            case Superseded superseded -> Disposition.SUPERSEDED;
        };
    }
}
