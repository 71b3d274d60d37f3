package dev.marketlake.simulator.finnhub;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.json.JsonText;
import dev.marketlake.simulator.market.DayBar;
import dev.marketlake.simulator.market.MarketView;
import dev.marketlake.simulator.market.Quote;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /quote}: price, change and day so far as plain numbers; all zeros and nulls for an unknown symbol. */
public final class FinnhubQuote {
    private static final Map<String, @Nullable Object> UNKNOWN = unknown();

    private FinnhubQuote() {}

    /** The body. @param symbol as asked for */
    public static String body(String symbol, MarketView view) {
        Optional<Symbol> known = view.symbol(symbol);
        return JsonText.compact(known.flatMap(listed -> Quote.of(listed, view))
                .map(FinnhubQuote::members)
                .orElse(UNKNOWN));
    }

    private static Map<String, @Nullable Object> members(Quote quote) {
        DayBar day = quote.day();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("c", number(day.close()));
        members.put("d", number(quote.change()));
        members.put("dp", number(quote.changePercent()));
        members.put("h", number(day.high()));
        members.put("l", number(day.low()));
        members.put("o", number(day.open()));
        members.put("pc", number(quote.previousClose()));
        members.put("t", day.lastTrade().getEpochSecond());
        return members;
    }

    private static Map<String, @Nullable Object> unknown() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("c", 0);
        members.put("d", null);
        members.put("dp", null);
        members.put("h", 0);
        members.put("l", 0);
        members.put("o", 0);
        members.put("pc", 0);
        members.put("t", 0);
        return members;
    }

    private static BigDecimal number(BigDecimal value) {
        return value.stripTrailingZeros();
    }
}
