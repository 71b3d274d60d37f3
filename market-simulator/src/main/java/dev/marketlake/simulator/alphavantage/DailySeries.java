package dev.marketlake.simulator.alphavantage;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.DayBar;
import dev.marketlake.simulator.market.MarketView;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** TIME_SERIES_DAILY: newest first; during the session the first row is today's partial bar and Last Refreshed has a clock time. */
final class DailySeries {
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private DailySeries() {}

    /** The body; empty where no day can be seen. */
    static Optional<Map<String, Object>> body(Symbol symbol, OutputSize size, MarketView view) {
        List<DayBar> days = view.days(symbol, size.rows());
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> rows = LinkedHashMap.newLinkedHashMap(days.size());
        days.forEach(day -> rows.put(day.date().toString(), Series.row(day)));
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("1. Information", "Daily Prices (open, high, low, close) and Volumes");
        meta.put("2. Symbol", symbol.value());
        meta.put("3. Last Refreshed", lastRefreshed(days.getFirst(), view));
        meta.put("4. Output Size", size.label());
        meta.put("5. Time Zone", Series.TIME_ZONE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Meta Data", meta);
        body.put("Time Series (Daily)", rows);
        return Optional.of(body);
    }

    private static String lastRefreshed(DayBar newest, MarketView view) {
        TradingCalendar calendar = view.market().calendar();
        boolean trading = calendar.part(view.now()) == SessionPart.REGULAR
                && newest.date().equals(calendar.localDate(view.now()));
        return trading
                ? CLOCK_TIME.format(LocalDateTime.ofInstant(view.now(), calendar.zone()))
                : newest.date().toString();
    }
}
