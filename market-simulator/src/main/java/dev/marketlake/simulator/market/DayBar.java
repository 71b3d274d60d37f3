package dev.marketlake.simulator.market;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingDay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One trade date, possibly so far: prices of the regular session, volume of the whole date with its auctions, as providers count it.
 *
 * @param date exchange-local trade date
 * @param lastTrade when the close was traded, UTC; the end of the last regular minute once that is over
 */
public record DayBar(
        LocalDate date,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        Instant lastTrade) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Folds minutes of one date, oldest first, as seen at {@code now}; empty while there is no regular one. */
    public static Optional<DayBar> fold(TradingDay day, List<MarketBar> minutes, Instant now) {
        List<MarketBar> regular = minutes.stream()
                .filter(bar -> day.part(bar.start()) == SessionPart.REGULAR)
                .toList();
        if (regular.isEmpty()) {
            return Optional.empty();
        }
        Instant end = regular.getLast().start().plus(MINUTE);
        return Optional.of(new DayBar(
                day.date(),
                new BigDecimal(regular.getFirst().open()),
                regular.stream()
                        .map(bar -> new BigDecimal(bar.high()))
                        .reduce(BigDecimal::max)
                        .orElseThrow(),
                regular.stream()
                        .map(bar -> new BigDecimal(bar.low()))
                        .reduce(BigDecimal::min)
                        .orElseThrow(),
                new BigDecimal(regular.getLast().close()),
                minutes.stream().map(bar -> new BigDecimal(bar.volume())).reduce(BigDecimal.ZERO, BigDecimal::add),
                end.isBefore(now) ? end : now));
    }
}
