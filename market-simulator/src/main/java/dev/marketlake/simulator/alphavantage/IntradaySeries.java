package dev.marketlake.simulator.alphavantage;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.StampConvention;
import dev.marketlake.simulator.market.MarketBar;
import dev.marketlake.simulator.market.MarketView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** TIME_SERIES_INTRADAY: newest first, stamps in exchange-local time by the market's own convention. */
final class IntradaySeries {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int FULL_DAYS = 30;

    private final IntradayQuery query;
    private final MarketView view;
    private final TradingCalendar calendar;

    IntradaySeries(IntradayQuery query, MarketView view) {
        this.query = query;
        this.view = view;
        this.calendar = view.market().calendar();
    }

    /** The body; empty where the range holds no bar. */
    Optional<Map<String, Object>> body() {
        List<MarketBar> bars = newestFirst();
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> rows = LinkedHashMap.newLinkedHashMap(bars.size());
        bars.forEach(bar -> rows.put(stamp(bar), Series.row(bar)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Meta Data", meta(stamp(bars.getFirst())));
        body.put("Time Series (" + query.interval().label() + ")", rows);
        return Optional.of(body);
    }

    private Map<String, String> meta(String lastRefreshed) {
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put(
                "1. Information",
                "Intraday (" + query.interval().label() + ") open, high, low, close prices and volume");
        meta.put("2. Symbol", query.symbol().value());
        meta.put("3. Last Refreshed", lastRefreshed);
        meta.put("4. Interval", query.interval().label());
        meta.put("5. Output Size", query.size().label());
        meta.put("6. Time Zone", Series.TIME_ZONE);
        return meta;
    }

    /** From the newest date of the range back, until its start or until there are enough rows. */
    private List<MarketBar> newestFirst() {
        LocalDate today = calendar.localDate(view.now());
        LocalDate newest = query.month()
                .map(month -> month.atEndOfMonth())
                .filter(end -> end.isBefore(today))
                .orElse(today);
        LocalDate oldest = query.month().map(month -> month.atDay(1)).orElseGet(() -> oldestWithoutMonth(today));
        List<MarketBar> bars = new ArrayList<>();
        for (LocalDate date = newest;
                !date.isBefore(oldest) && bars.size() < query.size().rows();
                date = date.minusDays(1)) {
            bars.addAll(ofDate(date).reversed());
        }
        return bars.subList(0, Math.min(bars.size(), query.size().rows()));
    }

    private LocalDate oldestWithoutMonth(LocalDate today) {
        return query.size() == OutputSize.FULL ? today.minusDays(FULL_DAYS - 1) : view.firstDate();
    }

    private List<MarketBar> ofDate(LocalDate date) {
        Instant from = date.atStartOfDay(calendar.zone()).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        List<MarketBar> minutes = view.minutes(query.symbol(), from, to);
        if (query.hours() == IntradayQuery.Hours.REGULAR) {
            minutes = minutes.stream()
                    .filter(bar -> calendar.part(bar.start()) == SessionPart.REGULAR)
                    .toList();
        }
        return BarFold.fold(minutes, query.interval(), calendar.zone());
    }

    private String stamp(MarketBar bar) {
        Instant instant = view.market().stampConvention() == StampConvention.OPEN
                ? bar.start()
                : bar.start().plus(query.interval().length());
        return STAMP.format(LocalDateTime.ofInstant(instant, calendar.zone()));
    }
}
