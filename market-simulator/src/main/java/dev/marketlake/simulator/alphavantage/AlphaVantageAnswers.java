package dev.marketlake.simulator.alphavantage;

import dev.marketlake.simulator.json.JsonText;
import dev.marketlake.simulator.market.MarketView;
import java.util.Map;
import java.util.Optional;

/** Answers one query of {@code GET /query}: always a body for HTTP 200, refusals included. */
public final class AlphaVantageAnswers {
    private AlphaVantageAnswers() {}

    /** @param parameters decoded query parameters; where one repeats, the last */
    public static String answer(Map<String, String> parameters, MarketView view) {
        if (parameters.getOrDefault("apikey", "").isBlank()) {
            return AlphaVantageErrors.missingKey();
        }
        String function = parameters.getOrDefault("function", "");
        Optional<String> body = switch (function) {
            case "TIME_SERIES_INTRADAY" ->
                IntradayQuery.of(parameters, view)
                        .flatMap(query -> new IntradaySeries(query, view).body())
                        .map(JsonText::indented);
            case "TIME_SERIES_DAILY" -> daily(parameters, view).map(JsonText::indented);
            case "GLOBAL_QUOTE" ->
                symbolParameter(parameters).map(text -> JsonText.indented(GlobalQuote.body(view.symbol(text), view)));
            case "OVERVIEW" -> symbolParameter(parameters).map(text -> overview(text, view));
            default -> Optional.of(AlphaVantageErrors.unknownFunction(function));
        };
        return body.orElseGet(() -> AlphaVantageErrors.invalidCall(function));
    }

    private static Optional<Map<String, Object>> daily(Map<String, String> parameters, MarketView view) {
        return view.symbol(parameters.getOrDefault("symbol", ""))
                .flatMap(symbol -> OutputSize.of(parameters.getOrDefault("outputsize", "compact"))
                        .flatMap(size -> DailySeries.body(symbol, size, view)));
    }

    private static String overview(String text, MarketView view) {
        return JsonText.indented(
                view.symbol(text).map(symbol -> Overview.body(symbol, view)).orElse(Map.of()));
    }

    private static Optional<String> symbolParameter(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get("symbol")).filter(text -> !text.isBlank());
    }
}
