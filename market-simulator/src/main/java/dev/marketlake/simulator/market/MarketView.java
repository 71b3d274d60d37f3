package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be seen of a market at one instant: nothing of the future, the forming minute where wanted, bars not yet corrected.
 *
 * @param now market time
 */
public record MarketView(Market market, Instant now, FormingBar formingBar, Revisions revisions) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The listed symbol of a provider's spelling, in any case; empty where it is unknown. */
    public Optional<Symbol> symbol(String text) {
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        return Optional.of(upper).filter(Symbol::isValid).map(Symbol::new).filter(market.symbols()::contains);
    }

    /** Visible minutes that start in [from, to), oldest first. */
    public List<MarketBar> minutes(Symbol symbol, Instant from, Instant to) {
        return minutes(symbol, from, to, formingBar);
    }

    /** A trade date as far as it can be seen, with the forming minute; empty before its first regular trade. */
    public Optional<DayBar> day(Symbol symbol, LocalDate date) {
        return market.calendar().day(date).flatMap(day -> day(symbol, day));
    }

    /** The newest visible trade date. */
    public Optional<DayBar> latestDay(Symbol symbol) {
        return latestDayUntil(symbol, market.calendar().localDate(now));
    }

    /** The newest visible trade date at or before {@code date}. */
    public Optional<DayBar> latestDayUntil(Symbol symbol, LocalDate date) {
        LocalDate first = firstDate();
        for (LocalDate day = date; !day.isBefore(first); day = day.minusDays(1)) {
            Optional<DayBar> seen = day(symbol, day);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    /** The newest {@code limit} visible trade dates, newest first. */
    public List<DayBar> days(Symbol symbol, int limit) {
        List<DayBar> days = new ArrayList<>();
        Optional<DayBar> next = latestDay(symbol);
        while (next.isPresent() && days.size() < limit) {
            days.add(next.get());
            next = latestDayUntil(symbol, next.get().date().minusDays(1));
        }
        return days;
    }

    /** Exchange-local date of the first minute there is. */
    public LocalDate firstDate() {
        return market.calendar().localDate(market.firstMinute());
    }

    private Optional<DayBar> day(Symbol symbol, TradingDay day) {
        if (day.preOpen().isAfter(now)) {
            return Optional.empty();
        }
        if (!day.postClose().isAfter(revisions.settledBefore(now))) {
            return market.day(symbol, day.date());
        }
        return DayBar.fold(day, minutes(symbol, day.preOpen(), day.postClose(), FormingBar.INCLUDED), now);
    }

    private List<MarketBar> minutes(Symbol symbol, Instant from, Instant to, FormingBar newest) {
        Instant formingStart = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 60L) * 60);
        Instant until = to.isBefore(formingStart) ? to : formingStart;
        List<MarketBar> seen = new ArrayList<>();
        for (MarketBar bar : market.minutes(symbol, from, until)) {
            seen.add(
                    bar.start().plus(MINUTE).isAfter(revisions.settledBefore(now))
                            ? revisions.seen(symbol, bar, now)
                            : bar);
        }
        if (newest == FormingBar.INCLUDED && !formingStart.isBefore(from) && formingStart.isBefore(to)) {
            market.forming(symbol, now).ifPresent(seen::add);
        }
        return seen;
    }
}
