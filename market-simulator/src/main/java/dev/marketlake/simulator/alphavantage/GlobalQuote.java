package dev.marketlake.simulator.alphavantage;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.DayBar;
import dev.marketlake.simulator.market.MarketView;
import dev.marketlake.simulator.market.Quote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** GLOBAL_QUOTE: the latest day in one row; an empty object where there is none. */
final class GlobalQuote {
    private GlobalQuote() {}

    static Map<String, Object> body(Optional<Symbol> symbol, MarketView view) {
        return Map.of(
                "Global Quote",
                symbol.flatMap(known -> Quote.of(known, view).map(quote -> row(known, quote)))
                        .orElse(Map.of()));
    }

    private static Map<String, String> row(Symbol symbol, Quote quote) {
        DayBar day = quote.day();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("01. symbol", symbol.value());
        row.put("02. open", Series.price(day.open()));
        row.put("03. high", Series.price(day.high()));
        row.put("04. low", Series.price(day.low()));
        row.put("05. price", Series.price(day.close()));
        row.put("06. volume", day.volume().toPlainString());
        row.put("07. latest trading day", day.date().toString());
        row.put("08. previous close", Series.price(quote.previousClose()));
        row.put("09. change", Series.price(quote.change()));
        row.put("10. change percent", Series.price(quote.changePercent()) + "%");
        return row;
    }
}
