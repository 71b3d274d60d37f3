package dev.marketlake.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.ingest.RecordedBodies;
import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Fetch.Limit;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.market.StampConvention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IntradayBodyTest {
    private static final String KEY = "ABCDEF123456";
    private static final String META = "\"Meta Data\": {\"2. Symbol\": \"IBM\", \"4. Interval\": \"1min\","
            + " \"6. Time Zone\": \"US/Eastern\"}, ";
    private final IntradayBody reader = new IntradayBody(new Secret(KEY), StampConvention.CLOSE, "1min");

    @Test
    void rows_come_oldest_first_with_what_they_need_to_stand_alone() {
        List<String> rows = rows(ScriptedExchange.intraday("IBM", "2019-02-15 16:00:00", "2019-02-15 15:59:00"));
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
                .isEqualTo("{\"symbol\":\"IBM\",\"interval\":\"1min\",\"timeZone\":\"US/Eastern\",\"stamp\":\"CLOSE\","
                        + "\"time\":\"2019-02-15 15:59:00\",\"bar\":{\"1. open\":\"170.2300\",\"2. high\":\"170.2500\","
                        + "\"3. low\":\"170.1000\",\"4. close\":\"170.2000\",\"5. volume\":\"427888\"}}");
    }

    @Test
    void numbers_escapes_and_repeated_names_stay_as_they_stand() {
        String bar = "{\"1. open\":1.10,\"1. open\":1.1e2,\"note\":\"a \\\"b\\u00e9 \\\\\"}";
        assertThat(rows(series("\"2026-01-02 09:30:00\": " + bar.replace(",", " ,\n  "))))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("\"bar\":" + bar + "}"));
    }

    @Test
    void a_stamp_given_twice_keeps_both_rows_in_the_order_they_stand_in() {
        List<String> rows = rows(series("\"2026-01-02 09:31:00\": {\"n\": 3}, \"2026-01-02 09:30:00\": {\"n\": 1},"
                + " \"2026-01-02 09:30:00\": {\"n\": 2}"));
        assertThat(rows)
                .extracting(row -> row.replaceAll(".*\"n\":(\\d).*", "$1"))
                .containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null", "17.50", "true", "\"gone\"", "[1,2]", "{}", "{\"1. open\":null}", "-1E+5"})
    void a_malformed_row_is_passed_on_as_it_stands(String value) {
        List<String> rows =
                rows(series("\"2026-01-02 09:31:00\": {\"1. open\": \"1\"}, \"2026-01-02 09:30:00\": " + value));
        assertThat(rows).hasSize(2).first().satisfies(row -> assertThat(row).endsWith("\"bar\":" + value + "}"));
    }

    @Test
    void a_stamp_that_is_no_time_is_passed_on_as_it_stands() {
        assertThat(rows(series("\"not \\\"a\\\" time\": {}")))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("\"time\":\"not \\\"a\\\" time\",\"bar\":{}"));
    }

    @Test
    void a_series_without_rows_is_an_answer_without_observations() {
        assertThat(rows(series(""))).isEmpty();
    }

    @Test
    void a_long_body_is_cut_at_the_right_places() {
        StringBuilder rows = new StringBuilder();
        for (int i = 9_999; i >= 1_000; i--) {
            rows.append(i == 9_999 ? "" : ", ")
                    .append("\"t")
                    .append(i)
                    .append("\": {\"é\": \"")
                    .append(i)
                    .append("\"}");
        }
        assertThat(rows(series(rows.toString()))).hasSize(9_000).allSatisfy(row -> {
            JsonNode json = JsonMapper.shared().readTree(row);
            assertThat("t" + json.at("/bar/é").asString())
                    .isEqualTo(json.at("/time").asString());
        });
    }

    @Test
    void a_body_cut_off_anywhere_gives_nothing_at_all() {
        String whole = ScriptedExchange.intraday("IBM", "2019-02-15 16:00:00", "2019-02-15 15:59:00");
        for (int end = 1; end < whole.length(); end++) {
            assertThat(failure(whole.substring(0, end))).as("cut at %s", end).isInstanceOf(Fetch.Broken.class);
        }
        assertThat(failure(whole + "{}")).isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void rows_that_would_be_filed_under_a_wrong_name_are_not_used() {
        String whole = ScriptedExchange.intraday("IBM", "2019-02-15 16:00:00");
        assertThat(failure(whole.replace("\"IBM\"", "\"MSFT\""))).isInstanceOf(Fetch.Broken.class);
        assertThat(failure(whole.replace("\"1min\"", "\"5min\""))).isInstanceOf(Fetch.Broken.class);
        assertThat(failure(whole.replace("Series (1min)", "Series (5min)"))).isInstanceOf(Fetch.Broken.class);
        assertThat(failure(whole.replace("6. Time Zone", "6. Zone"))).isInstanceOf(Fetch.Broken.class);
        assertThat(failure("{" + META + "\"x\": 1}")).isInstanceOf(Fetch.Broken.class);
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'17'", "'\"text\"'", "''", "'<html>busy</html>'", "'null'"})
    void what_is_no_object_is_broken(String body) {
        assertThat(failure(body)).isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void an_empty_object_means_an_unknown_symbol() {
        assertThat(failure("{}")).isInstanceOf(Fetch.UnknownSymbol.class);
    }

    @Test
    void an_error_message_means_an_unknown_symbol_and_one_about_the_key_a_bad_key() {
        assertThat(failure("{\"Error Message\": \"Invalid API call. Please retry or visit the documentation\"}"))
                .isInstanceOf(Fetch.UnknownSymbol.class);
        assertThat(
                        failure(
                                "{\"Error Message\": \"the parameter apikey is invalid or missing. Please claim your free key\"}"))
                .isInstanceOf(Fetch.Denied.class);
    }

    @Test
    void burst_minute_and_day_are_told_apart_whichever_member_says_it() {
        String burst = "Please consider spreading out your free API requests more sparingly (1 request per second)."
                + " Subscribe to lift the free key rate limit (25 requests per day).";
        String minute = "Our standard API call frequency is 5 calls per minute and 500 calls per day.";
        String day =
                "We have detected your API key as " + KEY + " and our standard API rate limit is 25 requests per day.";
        for (String member : List.of("Note", "Information")) {
            assertThat(failure(notice(member, burst))).isInstanceOfSatisfying(Fetch.Throttled.class, throttled -> {
                assertThat(throttled.limit()).isEqualTo(Limit.BURST);
                assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(1));
            });
            assertThat(limit(notice(member, minute))).isEqualTo(Limit.MINUTE);
            assertThat(limit(notice(member, day))).isEqualTo(Limit.DAY);
        }
    }

    @Test
    void a_notice_never_repeats_the_key() {
        String other = "We have detected your API key as OTHERKEY99 and 25 requests per day";
        assertThat(failure(notice("Information", "your key abcdef123456, 25 requests per day"))
                        .reason())
                .doesNotContainIgnoringCase(KEY);
        assertThat(failure(notice("Information", other)).reason()).doesNotContain("OTHERKEY99");
        assertThat(failure("no JSON, but " + KEY).reason()).doesNotContain(KEY);
    }

    @Test
    void artificial_rows_beside_a_premium_notice_are_never_data() {
        String sample = "{\"endpoint\": \"x\", \"message\": \"ARTIFICIAL\", \"data\": [{\"open\": \"1\"}]}";
        assertThat(failure(sample)).isInstanceOf(Fetch.Denied.class);
        String beside = ScriptedExchange.intraday("IBM", "2019-02-15 16:00:00")
                .replaceFirst("\\{", "{\"message\": \"This is a premium endpoint\", ");
        assertThat(failure(beside)).isInstanceOf(Fetch.Denied.class);
        assertThat(failure(notice("Information", "This is a premium endpoint. Subscribe to unlock")))
                .isInstanceOf(Fetch.Denied.class);
    }

    @Test
    void words_nobody_has_seen_are_broken_and_quoted() {
        assertThat(failure(notice("Information", "scheduled maintenance")))
                .isInstanceOf(Fetch.Broken.class)
                .satisfies(failure -> assertThat(failure.reason()).contains("scheduled maintenance"));
    }

    @Test
    void every_recorded_error_body_is_classified() {
        Path folder = recorded();
        assertThat(failure(RecordedBodies.read(folder, "error_message_invalid_call_daily.json")))
                .isInstanceOf(Fetch.UnknownSymbol.class);
        assertThat(limit(RecordedBodies.read(folder, "throttle_information_burst_1_per_sec.json")))
                .isEqualTo(Limit.BURST);
        assertThat(limit(RecordedBodies.read(folder, "throttle_note_legacy_5_per_min.json")))
                .isEqualTo(Limit.MINUTE);
        assertThat(failure(RecordedBodies.read(folder, "premium_endpoint_realtime_bulk_quotes.json")))
                .isInstanceOf(Fetch.Denied.class);
        assertThat(failure(RecordedBodies.read(folder, "global_quote_IBM_20200508.json")))
                .isInstanceOf(Fetch.Broken.class);
        assertThat(failure(RecordedBodies.read(folder, "daily_compact_IBM_20260515.csv")))
                .isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void a_recorded_response_gives_each_of_its_hundred_bars_once_and_unchanged() {
        String body = RecordedBodies.read(recorded(), "intraday_1min_compact_MSFT_20171218.json");
        JsonNode series = JsonMapper.shared().readTree(body).get("Time Series (1min)");
        List<String> rows = ((Reading.Rows) reader.read(body, "MSFT")).payloads();
        assertThat(rows).hasSize(100).hasSize(series.size());
        List<JsonNode> parsed = rows.stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(parsed)
                .allSatisfy(row -> assertThat(row.get("bar"))
                        .isEqualTo(series.get(row.get("time").asString())));
        assertThat(parsed)
                .extracting(row -> row.get("time").asString())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Path recorded() {
        var folder = RecordedBodies.folder("alphavantage");
        assumeTrue(folder.isPresent(), "no recorded bodies on this machine");
        return folder.orElseThrow();
    }

    private static String series(String rows) {
        return "{" + META + "\"Time Series (1min)\": {" + rows + "}}";
    }

    private static String notice(String member, String text) {
        return JsonMapper.shared().writeValueAsString(java.util.Map.of(member, text));
    }

    private List<String> rows(String body) {
        Reading reading = reader.read(body, "IBM");
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows) reading).payloads();
    }

    private Fetch.Failure failure(String body) {
        Reading reading = reader.read(body, "IBM");
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).failure();
    }

    private Limit limit(String body) {
        return ((Fetch.Throttled) failure(body)).limit();
    }
}
