package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.stream.emit.AlertRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.StaleFeed;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.series.AlertMark;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Provenance;
import dev.marketlake.stream.series.SessionClass;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks, by the wall clock, whether bars of one symbol keep coming from its sources. An alert stands on the newest bar there was, until a
 * newer one comes. How long a feed has been silent is forgotten at a restart and counted afresh; an alert that stands is not.
 * Used by one thread.
 */
final class FeedWatch {
    private static final String FLOWING = "newer bars have come since";
    /** Bars at the end of a series that are looked through for one that was sent. */
    private static final int LOOKED_THROUGH = 64;

    private final TradingCalendar calendar;
    private final List<StaleFeed> rules;
    private final AlertRows rows;
    private final Map<Interval, Newest> newest = new HashMap<>();
    private final Map<String, Long> raisedAt = new HashMap<>();
    private boolean looked;

    private record Newest(BarSeries series, BarCell cell, long since) {}

    /** @param rules those for the symbol */
    FeedWatch(TradingCalendar calendar, List<StaleFeed> rules, AlertRows rows) {
        this.calendar = calendar;
        this.rules = rules;
        this.rows = rows;
    }

    /** @param wallClock microseconds since the epoch, UTC */
    void look(Collection<LiveSeries> all, long wallClock, Effects effects) {
        if (!looked) {
            looked = true;
            all.forEach(one ->
                    retractLeftovers(one.bars(), newestOf(all, one.bars().key().interval()), effects));
        }
        if (rules.isEmpty()) {
            return;
        }
        Instant now = Micros.instant(wallClock);
        Optional<TradingDay> today = calendar.day(calendar.localDate(now));
        for (StaleFeed rule : rules) {
            Newest last = follow(all, rule.interval(), wallClock, effects);
            if (last != null && !stands(rule, last.cell())) {
                judge(rule, last, today, wallClock, effects);
            }
        }
    }

    private static boolean stands(StaleFeed rule, BarCell cell) {
        return cell.alerted()
                && cell.peek().alert(rule.name()).filter(AlertMark::stands).isPresent();
    }

    private void judge(StaleFeed rule, Newest last, Optional<TradingDay> today, long wallClock, Effects effects) {
        Optional<Long> before = Optional.ofNullable(raisedAt.get(rule.name()));
        rule.judge(last.since(), before, today, wallClock).ifPresent(finding -> {
            raisedAt.put(rule.name(), wallClock);
            BarCell cell = last.cell();
            rows.raise(
                    rule,
                    last.series(),
                    cell,
                    finding,
                    finding.observedAt(),
                    () -> List.of(cell.stored().standing().origin()),
                    effects);
        });
    }

    /** The newest bar of an interval, and since when it has been that. */
    private @Nullable Newest follow(Collection<LiveSeries> all, Interval interval, long wallClock, Effects effects) {
        Newest before = newest.get(interval);
        Newest now = newestOf(all, interval);
        if (now == null
                || (before != null && now.cell().openTime() <= before.cell().openTime())) {
            return before;
        }
        if (before != null) {
            retract(before.series(), before.cell(), effects);
        }
        Newest since = new Newest(now.series(), now.cell(), wallClock);
        newest.put(interval, since);
        return since;
    }

    private static @Nullable Newest newestOf(Collection<LiveSeries> all, Interval interval) {
        Newest found = null;
        for (LiveSeries one : all) {
            BarSeries bars = one.bars();
            BarCell last = isWatched(bars, interval) ? lastSent(bars) : null;
            if (last != null && (found == null || last.openTime() > found.cell().openTime())) {
                found = new Newest(bars, last, 0);
            }
        }
        return found;
    }

    /** The newest bar that is no roll-up. Where those at the end all are, nobody sends bars of this interval. */
    private static @Nullable BarCell lastSent(BarSeries bars) {
        int newest = bars.size() - 1;
        boolean rolledUp = SentSeries.isRolledUp(bars);
        for (int i = newest; i >= 0 && i > newest - LOOKED_THROUGH; i--) {
            BarCell cell = bars.at(i);
            if (!rolledUp || (!cell.empty() && cell.standing().source() != Source.DERIVED)) {
                return cell;
            }
        }
        return null;
    }

    private static boolean isWatched(BarSeries bars, Interval interval) {
        return bars.key().interval() == interval
                && bars.key().provenance() == Provenance.SENT
                && bars.sessionClass() == SessionClass.REGULAR;
    }

    /** After a restart or under new rules: what stands on a bar that is not the newest, or of a rule that is not there. */
    private void retractLeftovers(BarSeries bars, @Nullable Newest last, Effects effects) {
        for (int i = 0; i < bars.size(); i++) {
            BarCell cell = bars.at(i);
            if (last == null || cell != last.cell()) {
                retract(bars, cell, effects);
            }
        }
        if (last != null) {
            for (AlertMark mark : last.cell().stored().alerts()) {
                if (isStale(mark)
                        && rules.stream().noneMatch(rule -> rule.name().equals(mark.rule()))) {
                    rows.retract(mark, last.series(), last.cell(), effects);
                }
            }
        }
    }

    private void retract(BarSeries bars, BarCell cell, Effects effects) {
        if (!cell.alerted()) {
            return;
        }
        for (AlertMark mark : cell.stored().alerts()) {
            if (!isStale(mark)) {
                continue;
            }
            if (bars.find(cell.openTime()) >= 0) {
                rows.retract(mark, bars, cell, FLOWING, effects);
            } else {
                rows.sendRetraction(mark, bars, cell, FLOWING, effects);
            }
        }
    }

    private static boolean isStale(AlertMark mark) {
        return mark.stands() && mark.kind().equals(AlertKind.STALE_FEED.name());
    }
}
