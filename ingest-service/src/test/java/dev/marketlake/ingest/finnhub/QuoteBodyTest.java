package dev.marketlake.ingest.finnhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.ingest.RecordedBodies;
import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteBodyTest {
    private final QuoteBody reader = new QuoteBody(new Secret("fh-key-1"));

    @Test
    void a_quote_is_passed_on_as_it_stands_with_the_symbol_that_was_asked_for() {
        assertThat(payload(ScriptedExchange.quote()))
                .isEqualTo("{\"symbol\":\"AAPL\",\"quote\":" + ScriptedExchange.quote() + "}");
    }

    @Test
    void spelling_of_numbers_unknown_and_repeated_members_stay() {
        String odd = "{\"c\":261.740,\"c\":2.6174E2,\"x\":[1,{\"y\":null}],\"t\":1}";
        assertThat(payload(odd)).isEqualTo("{\"symbol\":\"AAPL\",\"quote\":" + odd + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}",
                "{\"c\":0.0,\"h\":0e0,\"l\":-0,\"o\":0.00,\"pc\":0}"
            })
    void only_zeros_mean_an_unknown_symbol_and_are_never_a_price(String zeros) {
        assertThat(failure(zeros)).isInstanceOf(Fetch.UnknownSymbol.class);
    }

    @Test
    void some_zeros_beside_a_price_are_passed_on_for_the_stream_to_judge() {
        assertThat(payload("{\"c\":517.96,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":1585296137}"))
                .contains("\"c\":517.96,\"h\":0");
        assertThat(payload("{\"c\":0,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":1585296137}"))
                .contains("1585296137");
    }

    @Test
    void errors_are_told_apart_by_their_words() {
        assertThat(failure("{\"error\":\"Invalid API key\"}")).isInstanceOf(Fetch.Denied.class);
        assertThat(failure("{\"error\":\"You don't have access to this resource.\"}"))
                .isInstanceOf(Fetch.Denied.class);
        assertThat(failure("{\"error\":\"Please sign up for a free account\"}")).isInstanceOf(Fetch.Denied.class);
        assertThat(failure("{\"error\":\"API limit reached. Please try again later. Remaining Limit: 0\"}"))
                .isInstanceOfSatisfying(
                        Fetch.Throttled.class,
                        throttled -> assertThat(throttled.limit()).isEqualTo(Limit.MINUTE));
        assertThat(failure("{\"error\":\"fh-key-1 is on fire\"}"))
                .isInstanceOf(Fetch.Broken.class)
                .satisfies(failure ->
                        assertThat(failure.reason()).contains("on fire").doesNotContain("fh-key-1"));
    }

    @Test
    void a_body_cut_off_anywhere_is_broken() {
        String whole = ScriptedExchange.quote();
        for (int end = 0; end < whole.length(); end++) {
            assertThat(failure(whole.substring(0, end))).isInstanceOf(Fetch.Broken.class);
        }
        assertThat(failure(whole + whole)).isInstanceOf(Fetch.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"s\":\"no_data\"}", "<html>", "{\"h\":1}"})
    void what_has_no_price_is_broken(String body) {
        assertThat(failure(body)).isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void every_recorded_body_is_told_apart() {
        Path folder = recorded();
        assertThat(failure(RecordedBodies.read(folder, "error_401_invalid_key.json")))
                .isInstanceOf(Fetch.Denied.class);
        assertThat(failure(RecordedBodies.read(folder, "candle_AAPL_403_premium.json")))
                .isInstanceOf(Fetch.Denied.class);
        assertThat(failure(RecordedBodies.read(folder, "error_429_rate_limit_body.json")))
                .isInstanceOf(Fetch.Throttled.class);
        assertThat(failure(RecordedBodies.read(folder, "quote_unknown_symbol.json")))
                .isInstanceOf(Fetch.UnknownSymbol.class);
        assertThat(failure(RecordedBodies.read(folder, "candle_no_data.json"))).isInstanceOf(Fetch.Broken.class);
        assertThat(payload(RecordedBodies.read(folder, "quote_AAPL_20260522.json")))
                .contains("\"dp\":1.2558");
        assertThat(payload(RecordedBodies.read(folder, "quote_AAPL_2019.json"))).contains("\"pc\":259.45");
        assertThat(payload(RecordedBodies.read(folder, "quote_partial_zeros_TSLA_issue61.json")))
                .contains("517.96");
    }

    private static Path recorded() {
        var folder = RecordedBodies.folder("finnhub");
        assumeTrue(folder.isPresent(), "no recorded bodies on this machine");
        return folder.orElseThrow();
    }

    private String payload(String body) {
        Reading reading = reader.read(body, "AAPL");
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        assertThat(((Reading.Rows) reading).payloads()).hasSize(1);
        return ((Reading.Rows) reading).payloads().getFirst();
    }

    private Fetch.Failure failure(String body) {
        Reading reading = reader.read(body, "AAPL");
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).failure();
    }
}
