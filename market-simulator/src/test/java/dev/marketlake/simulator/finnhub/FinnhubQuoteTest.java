package dev.marketlake.simulator.finnhub;

import static dev.marketlake.simulator.market.Markets.synthetic;
import static dev.marketlake.simulator.market.Markets.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.simulator.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FinnhubQuoteTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_quote_has_the_recorded_members_as_plain_numbers() throws IOException {
        String recorded = recorded("quote_AAPL_20260522.json");
        String body = body("AAPL", "2026-11-18T17:00:30Z");
        assertThat(names(body)).isEqualTo(names(recorded));
        assertThat(form(body)).isEqualTo(form(recorded));
    }

    @Test
    void numbers_have_no_trailing_zeros_and_no_exponent() {
        for (int minute = 0; minute < 60; minute++) {
            String body = body("AAPL", "2026-11-18T17:%02d:30Z".formatted(minute));
            assertThat(body).matches("\\{(\"[a-z]+\":-?(0|[1-9]\\d*)(\\.\\d{0,3}[1-9])?,?){8}}");
        }
    }

    @Test
    void change_and_percent_are_against_the_previous_close() {
        JsonNode quote = JSON.readTree(body("AAPL", "2026-11-18T17:00:30Z"));
        double price = quote.get("c").asDouble();
        double before = quote.get("pc").asDouble();
        assertThat(quote.get("d").asDouble()).isCloseTo(price - before, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(quote.get("dp").asDouble())
                .isCloseTo(100 * (price - before) / before, org.assertj.core.api.Assertions.within(5.1e-5));
    }

    @Test
    void after_the_close_its_time_is_the_close() {
        assertThat(JSON.readTree(body("AAPL", "2026-11-19T01:00:00Z")).get("t").asLong())
                .isEqualTo(Instant.parse("2026-11-18T21:00:00Z").getEpochSecond());
    }

    @Test
    void an_unknown_symbol_is_all_zeros() throws IOException {
        String zeros = "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}";
        assertThat(body("NOSUCH", "2026-11-18T17:00:30Z")).isEqualTo(zeros);
        assertThat(body("not a symbol", "2026-11-18T17:00:30Z")).isEqualTo(zeros);
        assertThat(recorded("quote_unknown_symbol.json").strip()).isEqualTo(zeros);
    }

    @Test
    void refusals_are_worded_as_recorded() throws IOException {
        assertThat(recorded("error_401_invalid_key.json").strip()).isEqualTo(FinnhubErrors.invalidKey());
        assertThat(recorded("error_429_rate_limit_body.json").strip()).isEqualTo(FinnhubErrors.limitReached());
        assertThat(recorded("candle_AAPL_403_premium.json").strip()).isEqualTo(FinnhubErrors.noAccess());
    }

    private static String body(String symbol, String now) {
        return FinnhubQuote.body(symbol, view(synthetic(7), Instant.parse(now)));
    }

    private static String recorded(String name) throws IOException {
        return Files.readString(SharedData.need("payloads/finnhub/" + name));
    }

    private static List<String> names(String body) {
        return List.copyOf(JSON.readTree(body).propertyNames());
    }

    private static String form(String body) {
        return body.strip().replaceAll("-?\\d+(\\.\\d+)?", "N");
    }
}
