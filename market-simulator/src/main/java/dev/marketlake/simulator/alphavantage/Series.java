package dev.marketlake.simulator.alphavantage;

import dev.marketlake.simulator.market.DayBar;
import dev.marketlake.simulator.market.MarketBar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts all of Alpha Vantage's bodies are made of. */
final class Series {
    /** How Alpha Vantage names New York's zone. */
    static final String TIME_ZONE = "US/Eastern";

    private static final int PRICE_SCALE = 4;

    private Series() {}

    static Map<String, String> row(MarketBar bar) {
        return row(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }

    static Map<String, String> row(DayBar day) {
        return row(
                price(day.open()),
                price(day.high()),
                price(day.low()),
                price(day.close()),
                day.volume().toPlainString());
    }

    /** Four decimals, for example {@code 170.2300}. */
    static String price(BigDecimal value) {
        return value.setScale(PRICE_SCALE, RoundingMode.HALF_UP).toPlainString();
    }

    private static Map<String, String> row(String open, String high, String low, String close, String volume) {
        Map<String, String> row = LinkedHashMap.newLinkedHashMap(5);
        row.put("1. open", open);
        row.put("2. high", high);
        row.put("3. low", low);
        row.put("4. close", close);
        row.put("5. volume", volume);
        return row;
    }
}
