package dev.marketlake.allinone.replay;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.TradeObservation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which observations the rows of a range of dates depend on.
 *
 * @param from first trade date of the range
 * @param to last trade date of the range
 * @param reach sessions before the first date that are needed, by interval label
 */
record JobDates(Watchlist watchlist, LocalDate from, LocalDate to, Map<String, Integer> reach) {
    JobDates {
        reach = Map.copyOf(reach);
    }

    /** Start of the event, microseconds since the epoch; of what is said of a company, when it was said. */
    static long eventTime(Observation observation) {
        return switch (observation) {
            case BarObservation bar -> bar.openTime();
            case QuoteObservation quote -> quote.providerTime();
            case TradeObservation trade -> trade.providerTime();
            case FundamentalsObservation fundamentals -> fundamentals.place().observedAt();
            case CorporateActionObservation action -> action.place().observedAt();
        };
    }

    /** Trade date of an observation of a followed symbol. */
    LocalDate date(Observation observation) {
        return calendar(observation.symbol()).localDate(Micros.instant(eventTime(observation)));
    }

    /** Whether an observation of a followed symbol is needed. */
    boolean need(Observation observation) {
        var date = date(observation);
        return switch (observation) {
            case BarObservation bar -> !date.isAfter(to) && !date.isBefore(first(bar.symbol(), bar.interval()));
            // Minutes are folded from trades.
            case TradeObservation trade -> !date.isAfter(to) && !date.isBefore(first(trade.symbol(), Interval.M1));
            case QuoteObservation quote -> !date.isAfter(to) && !date.isBefore(from);
            // What was said before stands until something else is said.
            case FundamentalsObservation fundamentals -> !date.isAfter(to);
            // A split has prices from before it compared otherwise, whenever it became known.
            case CorporateActionObservation action -> true;
        };
    }

    private LocalDate first(Symbol symbol, Interval interval) {
        Integer sessions = reach.get(interval.label());
        return calendar(symbol).sessionsBefore(from, sessions == null ? furthest() : sessions);
    }

    /** No event that is needed happened before. */
    Instant earliest() {
        return watchlist.symbols().stream()
                .map(this::calendar)
                .map(calendar -> calendar.sessionsBefore(from, furthest())
                        .atStartOfDay(calendar.zone())
                        .toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private int furthest() {
        return reach.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private TradingCalendar calendar(Symbol symbol) {
        return watchlist.calendar(symbol).orElseThrow();
    }
}
