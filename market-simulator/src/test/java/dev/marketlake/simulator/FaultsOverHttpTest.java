package dev.marketlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsOverHttpTest {
    private static final String NOON = "2026-11-18T17:00:30Z";

    @Test
    void alpha_vantage_throttles_on_http_200_in_three_wordings() throws Exception {
        assertThat(onlyAnswer("throttle-burst").body()).contains("\"Information\"", "1 request per second");
        assertThat(onlyAnswer("throttle-daily").body()).contains("\"Information\"", "API key as KEY123");
        assertThat(onlyAnswer("throttle-note").body()).contains("\"Note\"", "5 calls per minute");
        assertThat(onlyAnswer("throttle-note").statusCode()).isEqualTo(200);
    }

    @Test
    void finnhub_answers_429() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.too-many-requests", "1")) {
            HttpResponse<String> refused = caller.get("/api/v1/quote?symbol=AAPL&token=k");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo("{\"error\":\"API limit reached. Please try again later. Remaining Limit: 0\"}");
            assertThat(caller.intraday("AAPL", "").has("Meta Data"))
                    .as("not Alpha Vantage's fault")
                    .isTrue();
        }
    }

    @Test
    void either_provider_can_be_unavailable() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.unavailable", "1")) {
            assertThat(caller.get(Caller.INTRADAY + "&symbol=AAPL").statusCode())
                    .isEqualTo(503);
            assertThat(caller.get("/api/v1/quote?symbol=AAPL&token=k").statusCode())
                    .isEqualTo(503);
            assertThat(caller.fault("FINNHUB", "UNAVAILABLE")).isEqualTo(1);
        }
    }

    @Test
    void a_slow_answer_is_right_but_late() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.slow", "1", "fault.slow-delay", "PT0.7S")) {
            caller.quote("AAPL");
            long start = System.nanoTime();
            assertThat(caller.quote("AAPL").has("c")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
            assertThat(caller.fault("FINNHUB", "SLOW")).isEqualTo(2);
        }
    }

    @Test
    void a_truncated_answer_is_no_json() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.truncated", "1")) {
            HttpResponse<String> cut = caller.get(Caller.INTRADAY + "&symbol=AAPL");
            assertThat(cut.statusCode()).isEqualTo(200);
            assertThat(cut.body()).startsWith("{\n    \"Meta Data\"");
            assertThatThrownBy(() -> caller.intraday("AAPL", ""))
                    .isInstanceOf(tools.jackson.core.JacksonException.class);
            assertThat(caller.fault("ALPHA_VANTAGE", "TRUNCATED")).isEqualTo(2);
        }
    }

    @Test
    void a_repeated_answer_is_what_was_seen_a_minute_ago() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.repeated", "1")) {
            JsonNode first = caller.quote("AAPL");
            caller.wall.advance(Duration.ofSeconds(20));
            assertThat(caller.quote("AAPL")).isEqualTo(first);
            assertThat(caller.intraday("AAPL", "")
                            .get("Meta Data")
                            .get("3. Last Refreshed")
                            .asString())
                    .isEqualTo("2026-11-18 11:59:00");
            assertThat(caller.fault("FINNHUB", "REPEATED")).isEqualTo(2);
        }
    }

    @Test
    void a_corrected_bar_differs_when_asked_again_later() throws Exception {
        try (Caller caller = Caller.at(NOON, "fault.corrected", "0.5", "fault.corrected-after", "PT5M")) {
            JsonNode early = caller.intraday("AAPL", "").get("Time Series (1min)");
            assertThat(caller.intraday("AAPL", "").get("Time Series (1min)")).isEqualTo(early);
            caller.wall.advance(Duration.ofMinutes(6));
            JsonNode late = caller.intraday("AAPL", "").get("Time Series (1min)");
            List<String> changed = new ArrayList<>();
            for (int minute = 55; minute < 60; minute++) {
                String stamp = "2026-11-18 11:%d:00".formatted(minute);
                if (!early.get(stamp).equals(late.get(stamp))) {
                    changed.add(stamp);
                }
            }
            assertThat(changed).isNotEmpty().hasSizeLessThan(5);
            assertThat(early.get("2026-11-18 11:54:00")).isEqualTo(late.get("2026-11-18 11:54:00"));
            assertThat(caller.fault("ALPHA_VANTAGE", "CORRECTED")).isEqualTo(3);
        }
    }

    @Test
    void the_same_seed_gives_the_same_faults_after_a_restart() throws Exception {
        assertThat(statuses("9")).isEqualTo(statuses("9")).contains(200, 503);
        assertThat(statuses("9")).isNotEqualTo(statuses("10"));
    }

    private static List<Integer> statuses(String seed) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (Caller caller = Caller.at(NOON, "fault.unavailable", "0.5", "fault.seed", seed)) {
            for (int i = 0; i < 30; i++) {
                statuses.add(caller.get("/api/v1/quote?symbol=AAPL&token=k").statusCode());
            }
        }
        return statuses;
    }

    private static HttpResponse<String> onlyAnswer(String fault) throws Exception {
        try (Caller caller = Caller.at(NOON, "fault." + fault, "1")) {
            return caller.get(Caller.INTRADAY + "&symbol=AAPL");
        }
    }
}
