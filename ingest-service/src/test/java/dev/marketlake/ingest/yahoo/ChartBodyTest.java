package dev.marketlake.ingest.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartBodyTest {
    private final ChartBody body = new ChartBody(Secret.none(), "1m");

    @Test
    void a_row_is_put_together_verbatim_and_nulls_stay() {
        assertThat(rows(chart("[60,120]", "[75.0875015258789,null]", ""))).containsExactly("""
                        {"symbol":"AAPL","interval":"1m","timeZone":"America/New_York","currency":"USD","basis":"RAW","row":\
                        {"timestamp":60,"open":75.0875015258789,"high":75.0875015258789,"low":75.0875015258789,\
                        "close":75.0875015258789,"volume":75.0875015258789}}""", """
                        {"symbol":"AAPL","interval":"1m","timeZone":"America/New_York","currency":"USD","basis":"RAW","row":\
                        {"timestamp":120,"open":null,"high":null,"low":null,"close":null,"volume":null}}""");
    }

    @Test
    void rows_are_sorted_by_time_and_equal_times_stay_in_order() {
        assertThat(rows(chart("[120,60,60]", "[1,2,3]", "")))
                .extracting(row -> row.replaceAll(".*timestamp\":(\\d+),\"open\":(\\d).*", "$1 $2"))
                .containsExactly("60 2", "60 3", "120 1");
    }

    @Test
    void a_row_before_a_split_of_the_body_is_adjusted_and_a_row_from_then_on_is_not() {
        String split = "\"events\":{\"splits\":{\"120\":{\"date\":120,\"numerator\":4,\"denominator\":1}}},";
        assertThat(rows(chart("[60,120,180]", "[1,2,3]", split)))
                .extracting(row -> row.replaceAll(".*\"basis\":\"(\\w+)\".*", "$1"))
                .containsExactly("SPLIT", "RAW", "RAW");
        assertThat(((Reading.Rows) body.actions(chart("[60]", "[1]", split), "AAPL")).payloads())
                .singleElement()
                .asString()
                .contains("\"kind\":\"splits\",\"event\":{\"date\":120,\"numerator\":4,\"denominator\":1}");
    }

    @Test
    void a_split_that_cannot_be_dated_may_have_adjusted_anything() {
        String split = "\"events\":{\"splits\":{\"x\":{\"date\":\"soon\"}}},";
        assertThat(rows(chart("[60]", "[1]", split))).singleElement().asString().contains("\"basis\":\"SPLIT\"");
    }

    @Test
    void an_array_that_is_too_short_or_missing_spoils_the_whole_body() {
        assertThat(failure(chart("[60,120]", "[1]", ""))).isInstanceOf(Fetch.Broken.class);
        assertThat(failure(chart("[60]", "[1]", "").replace("\"open\"", "\"start\"")))
                .isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void a_chart_of_another_symbol_or_interval_is_broken() {
        assertThat(failure(chart("[60]", "[1]", "").replace("\"AAPL\"", "\"AAPLW\"")))
                .isInstanceOf(Fetch.Broken.class);
        assertThat(failure(chart("[60]", "[1]", "").replace("\"1m\"", "\"2m\"")))
                .isInstanceOf(Fetch.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Too Many Requests\",\"description\":\"slow down\"}}}",
                "Too Many Requests\r\n",
                "Too Many Requests "
            })
    void too_many_requests_are_a_throttle_in_every_form(String text) {
        assertThat(failure(text)).isInstanceOf(Fetch.Throttled.class);
    }

    @Test
    void a_crumb_that_is_wanted_is_denied() {
        assertThat(failure("{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":"
                        + "\"Invalid Crumb\"}}}"))
                .isInstanceOf(Fetch.Denied.class);
    }

    private List<String> rows(String text) {
        return ((Reading.Rows) body.bars(text, "AAPL")).payloads();
    }

    private Fetch.Failure failure(String text) {
        return ((Reading.Refused) body.bars(text, "AAPL")).failure();
    }

    private static String chart(String times, String figures, String events) {
        return "{\"chart\":{\"result\":[{\"meta\":{\"currency\":\"USD\",\"symbol\":\"AAPL\",\"exchangeTimezoneName\":"
                + "\"America/New_York\",\"dataGranularity\":\"1m\"},\"timestamp\":" + times + "," + events
                + "\"indicators\":{\"quote\":[{\"open\":" + figures + ", \"high\":" + figures + ",\"low\":" + figures
                + ",\"close\":" + figures + ",\"volume\":" + figures + "}]}}],\"error\":null}}";
    }
}
