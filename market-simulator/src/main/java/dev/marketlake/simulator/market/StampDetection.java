package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.StampConvention;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what the stamps of recorded minutes mean.
 *
 * <p>A day with a bar stamped at the regular close and none at the open says CLOSE, the reverse says OPEN. Where a file's days do not agree
 * or do not tell (extended hours have both), the opening auction does: the stamp that holds it, 09:30 or 09:31, has several times the other's
 * volume. All files that tell must tell the same.
 */
final class StampDetection {
    private static final BigDecimal AUCTION_FACTOR = BigDecimal.valueOf(2);

    private final TradingCalendar calendar;

    StampDetection(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** @throws InvalidConfig where nothing tells or files contradict each other, naming the setting that decides */
    StampConvention of(List<RecordedFile> files) {
        Map<StampConvention, RecordedFile> told = new EnumMap<>(StampConvention.class);
        for (RecordedFile file : files) {
            of(file).ifPresent(convention -> told.putIfAbsent(convention, file));
        }
        if (told.size() == 1) {
            return told.keySet().iterator().next();
        }
        String remedy = ": set recorded.stamp to OPEN or CLOSE";
        RecordedFile close = told.get(StampConvention.CLOSE);
        RecordedFile open = told.get(StampConvention.OPEN);
        if (close == null || open == null) {
            throw new InvalidConfig(
                    "the recorded files do not tell whether stamps are the open or the close of a bar" + remedy);
        }
        throw new InvalidConfig(close.path() + " looks stamped at the close, " + open.path() + " at the open" + remedy);
    }

    private Optional<StampConvention> of(RecordedFile file) {
        Map<LocalDateTime, BigDecimal> volumes = new HashMap<>();
        file.rows().forEach(row -> volumes.put(row.stamp(), new BigDecimal(row.volume())));
        Set<StampConvention> edges = EnumSet.noneOf(StampConvention.class);
        BigDecimal atOpen = BigDecimal.ZERO;
        BigDecimal minuteAfter = BigDecimal.ZERO;
        for (TradingDay day : days(volumes.keySet())) {
            LocalDateTime open = local(day.regularOpen());
            boolean hasOpen = volumes.containsKey(open);
            boolean hasClose = volumes.containsKey(local(day.regularClose()));
            if (hasOpen != hasClose) {
                edges.add(hasClose ? StampConvention.CLOSE : StampConvention.OPEN);
            }
            atOpen = atOpen.add(volumes.getOrDefault(open, BigDecimal.ZERO));
            minuteAfter = minuteAfter.add(volumes.getOrDefault(open.plusMinutes(1), BigDecimal.ZERO));
        }
        return edges.size() == 1 ? Optional.of(edges.iterator().next()) : byAuction(atOpen, minuteAfter);
    }

    private static Optional<StampConvention> byAuction(BigDecimal atOpen, BigDecimal minuteAfter) {
        if (atOpen.compareTo(minuteAfter.multiply(AUCTION_FACTOR)) > 0) {
            return Optional.of(StampConvention.OPEN);
        }
        if (minuteAfter.compareTo(atOpen.multiply(AUCTION_FACTOR)) > 0) {
            return Optional.of(StampConvention.CLOSE);
        }
        return Optional.empty();
    }

    private List<TradingDay> days(Set<LocalDateTime> stamps) {
        return stamps.stream()
                .map(LocalDateTime::toLocalDate)
                .distinct()
                .sorted()
                .map((LocalDate date) -> calendar.day(date))
                .flatMap(Optional::stream)
                .toList();
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, calendar.zone());
    }
}
