package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.RawQuote;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.ScriptedExchange.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a real broker and a real registry. */
class IngestJourneyTest {
    @TempDir
    static Path dir;

    private static Backing backing;

    @BeforeAll
    static void startBacking() {
        backing = Backing.start(dir.resolve("backing"));
    }

    @AfterAll
    static void stopBacking() {
        backing.close();
    }

    @Test
    void one_round_publishes_every_bar_and_quote_oldest_first_and_a_restart_publishes_them_again(@TempDir Path config) {
        try (var exchange = ScriptedExchange.answering(IngestJourneyTest::marketOfJourney)) {
            RunningService.config(config, "AAPL", "IBM");
            List<String> arguments =
                    with(RunningService.arguments(backing, exchange, config), "--marketlake.ingest.rounds=1");

            try (var service = RunningService.start(arguments)) {
                awaitDone(service);
                assertThat(service.ingest().at("/published").asLong()).isEqualTo(8);
                assertThat(service.ingest().at("/failedForGood").size()).isZero();
                assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
            }
            List<RawQuote> bars = bars("AAPL");
            assertThat(bars).extracting(RawQuote::getSequence).containsExactly(0, 1, 2);
            assertThat(bars.getFirst().getPayload())
                    .isEqualTo(
                            "{\"symbol\":\"AAPL\",\"interval\":\"1min\",\"timeZone\":\"US/Eastern\",\"stamp\":\"OPEN\","
                                    + "\"time\":\"2026-05-15 15:57:00\",\"bar\":{\"1. open\":\"170.2300\",\"2. high\":\"170.2500\","
                                    + "\"3. low\":\"170.1000\",\"4. close\":\"170.2000\",\"5. volume\":\"427888\"}}");

            try (var again = RunningService.start(arguments)) {
                awaitDone(again);
            }
            assertThat(bars("AAPL")).extracting(RawQuote::getSequence).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(bars("AAPL").stream().map(RawQuote::getRequestId).distinct())
                    .hasSize(2);
        }
    }

    private static Answer marketOfJourney(Asked asked) {
        return Answer.ok(
                asked.path().equals("/quote")
                        ? ScriptedExchange.quote()
                        : ScriptedExchange.intraday(
                                asked.symbol(), "2026-05-15 15:59:00", "2026-05-15 15:58:00", "2026-05-15 15:57:00"));
    }

    private static List<RawQuote> bars(String symbol) {
        return backing.raw().stream()
                .map(ConsumerRecord::value)
                .filter(quote ->
                        quote.getSymbol().equals(symbol) && quote.getFeed().equals("INTRADAY_BAR"))
                .toList();
    }

    private static void awaitDone(RunningService service) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.ingest().at("/done").asBoolean());
    }

    private static List<String> with(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }
}
