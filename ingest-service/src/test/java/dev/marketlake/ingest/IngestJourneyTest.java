package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.RawQuote;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.ScriptedExchange.Asked;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service with a real broker and a real registry, and with each of them taken away. */
@Timeout(180)
@ExtendWith(OutputCaptureExtension.class)
class IngestJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path dir;

    private static Backing backing;

    @TempDir
    Path config;

    @BeforeAll
    static void startBacking() {
        backing = Backing.start(dir);
    }

    @AfterAll
    static void stopBacking() {
        backing.close();
    }

    @Test
    void one_round_publishes_every_bar_and_quote_oldest_first_and_a_restart_publishes_them_again() {
        try (var exchange = ScriptedExchange.answering(IngestJourneyTest::wellDisposed)) {
            List<String> arguments = arguments(exchange, List.of("AAPL", "IBM"), "rounds=1");
            try (var service = RunningService.start(arguments)) {
                awaitDone(service);
                assertThat(service.ingest().at("/published").asLong()).isEqualTo(8);
                assertThat(service.ingest().at("/rounds/completed").asLong()).isEqualTo(1);
                assertThat(service.ingest().at("/failedForGood").size()).isZero();
                assertThat(service.ingest().at("/providers/0/requests").asLong())
                        .isEqualTo(2);
            }
            List<RawQuote> bars = published("AAPL", "INTRADAY_BAR");
            assertThat(bars).extracting(RawQuote::getSequence).containsExactly(0, 1, 2);
            assertThat(bars).extracting(RawQuote::getInterval).containsOnly("1m");
            assertThat(bars.getFirst().getPayload())
                    .isEqualTo(
                            "{\"symbol\":\"AAPL\",\"interval\":\"1min\",\"timeZone\":\"US/Eastern\",\"stamp\":\"OPEN\","
                                    + "\"time\":\"2026-05-15 15:57:00\",\"bar\":{\"1. open\":\"170.2300\",\"2. high\":\"170.2500\","
                                    + "\"3. low\":\"170.1000\",\"4. close\":\"170.2000\",\"5. volume\":\"427888\"}}");
            assertThat(published("IBM", "QUOTE")).singleElement().satisfies(quote -> {
                assertThat(quote.getInterval()).isNull();
                assertThat(quote.getSource()).isEqualTo("FINNHUB");
                assertThat(quote.getPayload())
                        .isEqualTo("{\"symbol\":\"IBM\",\"quote\":" + ScriptedExchange.quote() + "}");
            });

            try (var again = RunningService.start(arguments)) {
                awaitDone(again);
            }
            List<RawQuote> twice = published("AAPL", "INTRADAY_BAR");
            assertThat(twice).extracting(RawQuote::getSequence).containsExactly(0, 1, 2, 0, 1, 2);
            assertThat(twice.stream().map(RawQuote::getRequestId).distinct()).hasSize(2);
        }
    }

    @Test
    void a_broker_that_is_killed_pauses_the_polling_and_costs_no_observation_taken() {
        AtomicLong number = new AtomicLong();
        try (var exchange =
                ScriptedExchange.answering(asked -> Answer.ok("{\"c\":1,\"t\":" + number.incrementAndGet() + "}"))) {
            List<String> arguments = arguments(
                    exchange,
                    List.of("KILL"),
                    "alpha-vantage.enabled=false",
                    "finnhub.poll-interval=100ms",
                    "publish.buffer=5");
            arguments.addAll(List.of(
                    "--spring.kafka.producer.properties.delivery.timeout.ms=2000",
                    "--spring.kafka.producer.properties.request.timeout.ms=1500",
                    "--spring.kafka.producer.properties.max.block.ms=1500"));
            try (var service = RunningService.start(arguments)) {
                await().atMost(PATIENCE).until(() -> publishedBy(service) > 3);
                backing.broker().kill();
                await().atMost(PATIENCE).until(() -> readiness(service).contains("broker"));
                assertThat(service.get("/actuator/health/liveness").statusCode())
                        .isEqualTo(200);
                await().atMost(PATIENCE).until(() -> metric(service, "marketlake_ingest_republished_total") > 1);
                assertThat(readiness(service)).contains("publishing", "observations wait");
                // Five fill the buffer, one more has been fetched and waits to be put: then nobody asks any more.
                long full = publishedBy(service) + 6;
                await().atMost(PATIENCE).until(() -> exchange.asked().size() == full);
                await().during(Duration.ofSeconds(2))
                        .atMost(Duration.ofSeconds(3))
                        .until(() -> exchange.asked().size() == full);

                backing.broker().restart();
                long before = publishedBy(service);
                await().atMost(PATIENCE).until(() -> publishedBy(service) > before + 10);
                await().atMost(PATIENCE)
                        .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
            }
            List<Long> stamps = published("KILL", "QUOTE").stream()
                    .map(quote -> Long.parseLong(quote.getPayload().replaceAll(".*\"t\":(\\d+).*", "$1")))
                    .distinct()
                    .toList();
            assertThat(stamps)
                    .as("every quote the exchange gave, in order")
                    .containsSequence(
                            LongStream.rangeClosed(1, stamps.size()).boxed().toList());
            assertThat((long) stamps.size())
                    .as("but for one cut off by the stop")
                    .isBetween(number.get() - 1, number.get());
        }
    }

    @Test
    void without_a_registry_the_start_waits_and_later_the_cached_id_goes_on() throws Exception {
        try (var exchange = ScriptedExchange.answering(IngestJourneyTest::wellDisposed)) {
            backing.registry().kill();
            List<String> arguments =
                    arguments(exchange, List.of("REG"), "alpha-vantage.enabled=false", "finnhub.poll-interval=100ms");
            String port = arguments.getFirst().substring("--server.port=".length());
            CompletableFuture<RunningService> starting =
                    CompletableFuture.supplyAsync(() -> RunningService.start(arguments));
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                String body = body("http://127.0.0.1:" + port + "/actuator/health/readiness");
                return body.contains("schema registry does not answer") && body.contains("SCHEMA_REGISTRY_URL");
            });
            assertThat(exchange.asked()).isEmpty();

            backing.registry().restart();
            try (var service = starting.get()) {
                await().atMost(PATIENCE).until(() -> publishedBy(service) > 1);
                backing.registry().kill();
                long before = publishedBy(service);
                await().atMost(PATIENCE).until(() -> publishedBy(service) > before + 5);
                await().atMost(PATIENCE).until(() -> readiness(service).contains("schemaRegistry"));
            } finally {
                backing.registry().restart();
            }
        }
    }

    @Test
    void a_round_ends_with_what_it_went_without_listed_and_no_key_in_any_output(CapturedOutput output) {
        try (var exchange = ScriptedExchange.answering(asked -> switch (asked.symbol()) {
            case "NONE" -> Answer.ok("{\"Error Message\": \"Invalid API call, key s3cr3t-av-key\"}");
            case "PAID" -> Answer.ok("{\"Information\": \"API key as s3cr3t-av-key. This is a premium endpoint\"}");
            case "DOWN" -> Answer.status(503);
            default -> wellDisposed(asked);
        })) {
            List<String> arguments =
                    arguments(exchange, List.of("NONE", "PAID", "DOWN", "WELL"), "finnhub.enabled=false", "rounds=1");
            try (var service = RunningService.start(arguments)) {
                awaitDone(service);
                assertThat(service.ingest().at("/failedForGood").toString())
                        .contains("ALPHA_VANTAGE NONE UnknownSymbol", "ALPHA_VANTAGE PAID Denied")
                        .contains("ALPHA_VANTAGE DOWN ")
                        .doesNotContain("WELL")
                        .doesNotContain("s3cr3t");
                assertThat(service.ingest().at("/published").asLong()).isEqualTo(3);
                String health = service.get("/actuator/health").body();
                assertThat(health).contains("ALPHA_VANTAGE", "breaker").doesNotContain("s3cr3t");
                assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
                assertThat(service.get("/actuator/prometheus").body())
                        .contains("marketlake_ingest_requests_seconds_count{outcome=\"denied\"")
                        .contains("marketlake_ingest_observations_total", "marketlake_ingest_publish_seconds")
                        .contains("marketlake_ingest_permit_wait_seconds", "resilience4j_circuitbreaker_state")
                        .doesNotContain("s3cr3t");
            }
            assertThat(output).doesNotContain("s3cr3t").contains("no data for NONE");
        }
    }

    private static Answer wellDisposed(Asked asked) {
        return Answer.ok(
                asked.path().equals("/quote")
                        ? ScriptedExchange.quote()
                        : ScriptedExchange.intraday(
                                asked.symbol(), "2026-05-15 15:59:00", "2026-05-15 15:58:00", "2026-05-15 15:57:00"));
    }

    /** Arguments with these settings under {@code marketlake.ingest} on top. */
    private List<String> arguments(ScriptedExchange exchange, List<String> symbols, String... settings) {
        RunningService.config(config, symbols.toArray(String[]::new));
        List<String> all = new ArrayList<>(RunningService.arguments(backing, exchange.url(), config));
        for (String setting : settings) {
            all.add("--marketlake.ingest." + setting);
        }
        return all;
    }

    private static List<RawQuote> published(String symbol, String feed) {
        return backing.raw().stream()
                .filter(raw -> raw.key().equals(symbol))
                .map(ConsumerRecord::value)
                .filter(quote -> quote.getFeed().equals(feed))
                .toList();
    }

    private static void awaitDone(RunningService service) {
        await().atMost(PATIENCE).until(() -> service.ingest().at("/done").asBoolean());
    }

    private static long publishedBy(RunningService service) {
        return service.ingest().at("/published").asLong();
    }

    /** The readiness body where it is not well, else nothing. */
    private static String readiness(RunningService service) {
        var answer = service.get("/actuator/health/readiness");
        return answer.statusCode() == 503 ? answer.body() : "";
    }

    private static double metric(RunningService service, String name) {
        return service.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String body(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
