package dev.marketlake.simulator.alphavantage;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.MarketView;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of TIME_SERIES_INTRADAY, checked.
 *
 * @param month calendar month in exchange-local time; empty for the newest 30 days
 */
record IntradayQuery(Symbol symbol, SeriesInterval interval, OutputSize size, Hours hours, Optional<YearMonth> month) {
    private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);

    /** Query parameter {@code extended_hours}. */
    enum Hours {
        REGULAR,
        EXTENDED
    }

    /** Empty where a parameter is missing, malformed or names an unknown symbol. */
    static Optional<IntradayQuery> of(Map<String, String> parameters, MarketView view) {
        Optional<Symbol> symbol = view.symbol(parameters.getOrDefault("symbol", ""));
        Optional<SeriesInterval> interval = SeriesInterval.of(parameters.getOrDefault("interval", ""));
        Optional<OutputSize> size = OutputSize.of(parameters.getOrDefault("outputsize", "compact"));
        Hours hours = parameters.getOrDefault("extended_hours", "true").equalsIgnoreCase("false")
                ? Hours.REGULAR
                : Hours.EXTENDED;
        if (symbol.isEmpty() || interval.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        String text = parameters.get("month");
        Optional<YearMonth> month = text == null ? Optional.empty() : month(text);
        if (text != null && month.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IntradayQuery(symbol.get(), interval.get(), size.get(), hours, month));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text)).filter(month -> !month.isBefore(FIRST_MONTH));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
