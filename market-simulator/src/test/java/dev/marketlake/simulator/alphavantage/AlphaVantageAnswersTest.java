package dev.marketlake.simulator.alphavantage;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static dev.marketlake.simulator.market.Markets.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.StampConvention;
import dev.marketlake.simulator.market.Liquidity;
import dev.marketlake.simulator.market.Market;
import dev.marketlake.simulator.market.SyntheticMarket;
import dev.marketlake.simulator.market.SyntheticSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlphaVantageAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:30Z");
    private static final String INVALID =
            "{\n    \"Error Message\": \"Invalid API call. Please retry or visit the documentation"
                    + " (https://www.alphavantage.co/documentation/) for TIME_SERIES_INTRADAY.\"\n}";

    private final Market market = synthetic(7);

    @Test
    void compact_is_the_newest_100_rows_of_full_newest_first() {
        List<String> full = stamps(intraday("outputsize=full"));
        assertThat(stamps(intraday())).isEqualTo(full.subList(0, 100)).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(full.getFirst()).isEqualTo("2026-11-18 12:00:00");
        assertThat(full.getLast()).as("30 days").isEqualTo("2026-10-20 09:30:00");
        assertThat(intraday().get("Meta Data").get("3. Last Refreshed").asString())
                .isEqualTo(full.getFirst());
    }

    @Test
    void compact_reaches_back_over_sessions_where_the_interval_is_long() {
        assertThat(stamps(intraday("interval=60min"))).hasSize(100);
    }

    @Test
    void month_is_that_month_in_full_and_its_newest_100_in_compact() {
        List<String> october = stamps(intraday("outputsize=full", "month=2026-10"));
        assertThat(october).hasSize(22 * 391).allMatch(stamp -> stamp.startsWith("2026-10-"));
        assertThat(stamps(intraday("month=2026-10"))).isEqualTo(october.subList(0, 100));
        assertThat(stamps(intraday("month=2026-11")).getFirst()).isEqualTo("2026-11-18 12:00:00");
    }

    @Test
    void without_extended_hours_there_are_regular_minutes_only() {
        assertThat(stamps(intraday("extended_hours=false", "outputsize=full", "month=2026-10")))
                .hasSize(22 * 390)
                .noneMatch(stamp -> stamp.endsWith("16:00:00"));
    }

    @Test
    void longer_intervals_fold_their_minutes() {
        JsonNode minutes = intraday("outputsize=full").get("Time Series (1min)");
        for (int length : new int[] {5, 15, 30, 60}) {
            JsonNode bars =
                    intraday("outputsize=full", "interval=" + length + "min").get("Time Series (" + length + "min)");
            JsonNode bar = bars.get("2026-11-18 11:00:00");
            BigDecimal volume = BigDecimal.ZERO;
            BigDecimal high = BigDecimal.ZERO;
            for (int minute = 0; minute < length; minute++) {
                JsonNode part = minutes.get("2026-11-18 11:%02d:00".formatted(minute));
                volume = volume.add(new BigDecimal(part.get("5. volume").asString()));
                high = high.max(new BigDecimal(part.get("2. high").asString()));
            }
            assertThat(bar.get("5. volume").asString()).isEqualTo(volume.toPlainString());
            assertThat(bar.get("2. high").asString()).isEqualTo(high.toPlainString());
            assertThat(bar.get("1. open"))
                    .isEqualTo(minutes.get("2026-11-18 11:00:00").get("1. open"));
            assertThat(bar.get("4. close"))
                    .isEqualTo(minutes.get("2026-11-18 11:%02d:00".formatted(length - 1))
                            .get("4. close"));
        }
    }

    @Test
    void close_stamps_are_the_ends_of_the_same_bars() {
        Market close = new SyntheticMarket(
                new SyntheticSettings(7, new TreeMap<>(Map.of(AAPL, Liquidity.LIQUID)), StampConvention.CLOSE, 90));
        JsonNode ends = answer(close, "function=TIME_SERIES_INTRADAY", "symbol=AAPL", "interval=5min")
                .get("Time Series (5min)");
        JsonNode starts = intraday("interval=5min").get("Time Series (5min)");
        assertThat(ends.get("2026-11-18 11:35:00")).isEqualTo(starts.get("2026-11-18 11:30:00"));
    }

    @Test
    void daily_marks_a_partial_day_by_a_clock_time() {
        JsonNode noon = answer(market, "function=TIME_SERIES_DAILY", "symbol=AAPL");
        assertThat(noon.get("Meta Data").get("3. Last Refreshed").asString()).isEqualTo("2026-11-18 12:00:30");
        assertThat(noon.get("Time Series (Daily)").size()).isEqualTo(100);
        JsonNode evening = JSON.readTree(AlphaVantageAnswers.answer(
                query("function=TIME_SERIES_DAILY", "symbol=AAPL"),
                view(market, Instant.parse("2026-11-19T02:00:00Z"))));
        assertThat(evening.get("Meta Data").get("3. Last Refreshed").asString()).isEqualTo("2026-11-18");
    }

    @Test
    void symbols_are_found_in_any_case() {
        assertThat(answer(market, "function=GLOBAL_QUOTE", "symbol=aapl")
                        .get("Global Quote")
                        .get("01. symbol")
                        .asString())
                .isEqualTo("AAPL");
    }

    @Test
    void an_unknown_symbol_is_an_empty_object_or_an_error_message() {
        assertThat(text("function=GLOBAL_QUOTE", "symbol=NOSUCH")).isEqualTo("{\n    \"Global Quote\": {}\n}");
        assertThat(text("function=OVERVIEW", "symbol=NOSUCH")).isEqualTo("{}");
        assertThat(text("function=TIME_SERIES_INTRADAY", "symbol=NOSUCH", "interval=1min"))
                .isEqualTo(INVALID);
    }

    @Test
    void bad_parameters_are_an_invalid_call() {
        for (String bad : List.of(
                "interval=2min", "outputsize=huge", "month=2026-13", "month=1999-12", "month=2027-01", "symbol=")) {
            assertThat(text("function=TIME_SERIES_INTRADAY", "symbol=AAPL", "interval=1min", bad))
                    .as(bad)
                    .isEqualTo(INVALID);
        }
        assertThat(text("function=NOPE\"")).contains("This API function (NOPE\\\") does not exist.");
        assertThat(text("function=GLOBAL_QUOTE", "symbol=AAPL", "apikey="))
                .contains("the parameter apikey is invalid or missing");
    }

    private JsonNode intraday(String... more) {
        Map<String, String> query = query("function=TIME_SERIES_INTRADAY", "symbol=AAPL", "interval=1min");
        query.putAll(query(more));
        return JSON.readTree(AlphaVantageAnswers.answer(query, view(market, NOON)));
    }

    private static List<String> stamps(JsonNode body) {
        return body.properties().stream()
                .filter(member -> member.getKey().startsWith("Time Series"))
                .flatMap(member -> member.getValue().propertyNames().stream())
                .toList();
    }

    private static JsonNode answer(Market market, String... parameters) {
        return JSON.readTree(AlphaVantageAnswers.answer(query(parameters), view(market, NOON)));
    }

    private String text(String... parameters) {
        return AlphaVantageAnswers.answer(query(parameters), view(market, NOON));
    }

    private static Map<String, String> query(String... parameters) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("apikey", "demo");
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return query;
    }
}
