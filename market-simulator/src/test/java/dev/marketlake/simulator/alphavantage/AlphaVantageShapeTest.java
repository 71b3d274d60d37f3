package dev.marketlake.simulator.alphavantage;

import static dev.marketlake.simulator.market.Markets.synthetic;
import static dev.marketlake.simulator.market.Markets.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.simulator.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies against recorded ones: member names, their order, and how each value is written. */
class AlphaVantageShapeTest {
    private static final Instant NOON = Instant.parse("2026-11-18T17:00:30Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void intraday_is_written_as_recorded_in_2017_and_2020() throws IOException {
        String body = ask("function=TIME_SERIES_INTRADAY", "symbol=MSFT", "interval=1min");
        assertSameShape(body, "intraday_1min_compact_MSFT_20171218.json");
        assertSameLayout(body, "intraday_1min_compact_MSFT_20171218.json");
        assertThat(JSON.readTree(body).get("Time Series (1min)").size()).isEqualTo(100);
        assertSameShape(
                ask("function=TIME_SERIES_INTRADAY", "symbol=MSFT", "interval=5min", "outputsize=full"),
                "intraday_5min_full_IBM_20200508_truncated.json");
    }

    @Test
    void daily_is_written_as_recorded() throws IOException {
        assertSameShape(
                ask("function=TIME_SERIES_DAILY", "symbol=MSFT", "outputsize=full"),
                "daily_full_IBM_20200508_truncated.json");
    }

    @Test
    void global_quote_is_written_as_recorded() throws IOException {
        String body = ask("function=GLOBAL_QUOTE", "symbol=MSFT");
        assertSameShape(body, "global_quote_IBM_20200508.json");
        assertSameLayout(body, "global_quote_IBM_20200508.json");
    }

    @Test
    void overview_has_the_members_recorded_in_2026() throws IOException {
        assertThat(names(JSON.readTree(ask("function=OVERVIEW", "symbol=MSFT"))))
                .isEqualTo(names(recorded("overview_IBM_202605.json")));
    }

    @Test
    void refusals_are_worded_as_recorded() throws IOException {
        assertThat(JSON.readTree(ask("function=TIME_SERIES_DAILY", "symbol=NOSUCH")))
                .isEqualTo(recorded("error_message_invalid_call_daily.json"));
        assertThat(JSON.readTree(AlphaVantageErrors.burst()))
                .isEqualTo(recorded("throttle_information_burst_1_per_sec.json"));
        assertThat(JSON.readTree(AlphaVantageErrors.note())).isEqualTo(recorded("throttle_note_legacy_5_per_min.json"));
    }

    private static String ask(String... parameters) {
        Map<String, String> query = new java.util.LinkedHashMap<>(Map.of("apikey", "demo"));
        for (String parameter : parameters) {
            query.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        return AlphaVantageAnswers.answer(query, view(synthetic(7), NOON));
    }

    private static JsonNode recorded(String name) throws IOException {
        return JSON.readTree(Files.readString(SharedData.need("payloads/alphavantage/" + name)));
    }

    /** Both have the same members in the same order at each level, stamps aside, and each text is written in the same form. */
    private static void assertSameShape(String body, String recording) throws IOException {
        assertThat(shape(JSON.readTree(body))).isEqualTo(shape(recorded(recording)));
    }

    /** The first rows are laid out alike, blank for blank. */
    private static void assertSameLayout(String body, String recording) throws IOException {
        String text = Files.readString(SharedData.need("payloads/alphavantage/" + recording));
        assertThat(layout(body)).isEqualTo(layout(text));
    }

    private static List<String> layout(String text) {
        return text.lines()
                .limit(12)
                .map(line -> form(line).replaceAll(": \".*\"", ": value"))
                .toList();
    }

    private static List<String> shape(JsonNode node) {
        List<String> shape = new ArrayList<>();
        node.properties().forEach(member -> {
            String name = form(member.getKey());
            if (member.getValue().isObject()) {
                shape(member.getValue()).forEach(inner -> shape.add(name + " / " + inner));
            } else {
                shape.add(name + " = " + member.getValue().getNodeType() + " "
                        + value(member.getKey(), member.getValue().asString()));
            }
        });
        return shape.stream().distinct().toList();
    }

    /** Digits and stamps made alike; names of members and wording stay. */
    private static String form(String text) {
        return text.replaceAll("\\d{4}-\\d{2}-\\d{2}", "DATE").replaceAll("\\d{2}:\\d{2}:\\d{2}", "TIME");
    }

    private static String value(String name, String text) {
        if (name.endsWith("Information") || name.endsWith("ymbol") || name.endsWith("Output Size")) {
            return "text";
        }
        return form(text)
                .replaceAll("-?\\d+\\.(\\d+)", "N.$1")
                .replaceAll("(?<=N\\.\\d{0,8})\\d", "d")
                .replaceAll("^\\d+$", "WHOLE");
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }
}
