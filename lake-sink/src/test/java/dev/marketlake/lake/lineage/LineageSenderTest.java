package dev.marketlake.lake.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.marketlake.lake.lineage.Commit.Column;
import dev.marketlake.lake.lineage.Commit.Range;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commits told to a real HTTP server that is well, away, slow, or says no. */
class LineageSenderTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String KEY = "very-secret-key";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LineageSender.class);
    private HttpServer server = server();
    private volatile int status = 201;
    private volatile CountDownLatch slow = new CountDownLatch(0);

    @BeforeEach
    void listen() {
        said.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(said);
    }

    @AfterEach
    void stop() {
        slow.countDown();
        logger.detachAppender(said);
        logger.setLevel(null);
        server.stop(0);
    }

    private HttpServer server() {
        return server(0);
    }

    private HttpServer server(int port) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/api/v1/lineage", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String event = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            received.add(event);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private LineageSender sender(Duration timeout, int queue) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new LineageSender(
                new LineageSettings(address, Optional.of(KEY), "desk", timeout, queue),
                new LineageEvents("desk", "broker:9092", "market-lake"),
                meters,
                Duration.ofMillis(5),
                Duration.ofSeconds(2));
    }

    private static Commit commit(long from, long to, OptionalLong version) {
        return new Commit(
                Instant.parse("2026-11-20T12:00:00Z"),
                "silver.bars",
                "silver/bars",
                version,
                List.of(new Column("symbol", "string"), new Column("close", "decimal(18,8)")),
                "market.bars",
                List.of(new Range("topicIdtopicIdtopicId0", 2, from, to)),
                to - from,
                40,
                2,
                1_234);
    }

    private static Commit commit(long from, long to) {
        return commit(from, to, OptionalLong.of(to));
    }

    private double dropped(String reason) {
        return meters.get("marketlake.lineage.dropped")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private double sent() {
        return meters.get("marketlake.lineage.sent").counter().count();
    }

    private List<String> warnings() {
        return said.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static JsonNode json(String event) {
        return JsonMapper.shared().readTree(event);
    }

    @Test
    void an_event_says_what_was_read_from_where_to_where_and_what_became_of_it() {
        try (LineageSender sender = sender(LONG, 10)) {
            sender.committed(commit(3, 7));
            await().atMost(LONG).until(() -> !received.isEmpty());
        }
        JsonNode event = json(received.getFirst());

        assertThat(event.at("/eventType").asString()).isEqualTo("COMPLETE");
        assertThat(event.at("/eventTime").asString()).startsWith("2026-11-20T12:00:00");
        assertThat(event.at("/job/namespace").asString()).isEqualTo("desk");
        assertThat(event.at("/job/name").asString()).isEqualTo("lake-sink.silver.bars");
        assertThat(event.at("/schemaURL").asString()).contains("openlineage.io/spec");
        assertThat(event.at("/inputs/0/namespace").asString()).isEqualTo("kafka://broker:9092");
        assertThat(event.at("/inputs/0/name").asString()).isEqualTo("market.bars");
        assertThat(event.at("/inputs/0/inputFacets/inputStatistics/rowCount").asLong())
                .isEqualTo(4);
        JsonNode range = event.at("/inputs/0/inputFacets/marketlake_offsets/ranges/0");
        assertThat(range.get("topicId").asString()).isEqualTo("topicIdtopicIdtopicId0");
        assertThat(range.get("partition").asInt()).isEqualTo(2);
        assertThat(range.get("from").asLong()).isEqualTo(3);
        assertThat(range.get("to").asLong()).isEqualTo(7);
        assertThat(event.at("/outputs/0/namespace").asString()).isEqualTo("s3://market-lake");
        assertThat(event.at("/outputs/0/name").asString()).isEqualTo("silver/bars");
        assertThat(event.at("/outputs/0/facets/version/datasetVersion").asString())
                .isEqualTo("7");
        assertThat(event.at("/outputs/0/facets/schema/fields/1/name").asString())
                .isEqualTo("close");
        assertThat(event.at("/outputs/0/facets/schema/fields/1/type").asString())
                .isEqualTo("decimal(18,8)");
        JsonNode statistics = event.at("/outputs/0/outputFacets/outputStatistics");
        assertThat(statistics.get("rowCount").asLong()).isEqualTo(40);
        assertThat(statistics.get("size").asLong()).isEqualTo(1_234);
        assertThat(authorizations).containsExactly("Bearer " + KEY);
    }

    @Test
    void each_commit_is_a_run_of_its_own_and_one_told_twice_is_the_same() {
        try (LineageSender sender = sender(LONG, 10)) {
            sender.committed(commit(0, 3));
            sender.committed(commit(3, 7));
            sender.committed(commit(3, 7, OptionalLong.empty()));
            await().atMost(LONG).until(() -> received.size() == 3);
        }
        List<String> runs = received.stream()
                .map(event -> json(event).at("/run/runId").asString())
                .toList();

        assertThat(runs.get(1)).isNotEqualTo(runs.get(0)).isEqualTo(runs.get(2));
        assertThat(json(received.get(2)).at("/outputs/0/facets").has("version")).isFalse();
    }

    @Test
    void a_server_that_is_slow_makes_nobody_wait_and_what_does_not_fit_is_counted_and_said_once() {
        slow = new CountDownLatch(1);
        try (LineageSender sender = sender(LONG, 3)) {
            long began = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                sender.committed(commit(i, i + 1));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(dropped("full")).isBetween(96.0, 97.0);
            assertThat(warnings()).singleElement().asString().contains("lineage events are dropped", "Commits go on");

            slow.countDown();
            await().atMost(LONG).until(() -> sent() + dropped("full") == 100);
        }
    }

    @Test
    void a_server_that_answers_500_is_asked_again_and_then_given_up_for_this_event_alone() {
        status = 500;
        try (LineageSender sender = sender(LONG, 10)) {
            sender.committed(commit(0, 1));
            sender.committed(commit(1, 2));
            await().atMost(LONG).until(() -> dropped("unanswered") == 2);
            assertThat(received).hasSize(10);
            assertThat(warnings()).singleElement().asString().contains("answers 500");

            status = 200;
            sender.committed(commit(2, 3));
            await().atMost(LONG).until(() -> sent() == 1);
        }
        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage).contains("lineage events are taken again");
    }

    @Test
    void a_server_that_is_away_for_a_moment_loses_nothing() {
        int port = server.getAddress().getPort();
        try (LineageSender sender = new LineageSender(
                new LineageSettings(URI.create("http://127.0.0.1:" + port), Optional.empty(), "desk", LONG, 10),
                new LineageEvents("desk", "broker:9092", "market-lake"),
                meters,
                Duration.ofMillis(300),
                Duration.ofSeconds(2))) {
            server.stop(0);
            sender.committed(commit(0, 1));
            server = server(port);
            await().atMost(LONG).until(() -> sent() == 1);
        }
        assertThat(authorizations).containsExactly("null");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_server_that_refuses_is_not_asked_again_and_the_key_is_in_no_line() {
        status = 401;
        try (LineageSender sender = sender(LONG, 10)) {
            sender.committed(commit(0, 1));
            await().atMost(LONG).until(() -> dropped("refused") == 1);
        }
        assertThat(received).hasSize(1);
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("answers 401"))
                .noneMatch(line -> line.contains(KEY));
    }

    @Test
    void the_end_waits_a_moment_for_what_is_left_and_no_longer() {
        slow = new CountDownLatch(1);
        LineageSender sender = sender(LONG, 10);
        sender.committed(commit(0, 1));
        sender.committed(commit(1, 2));
        long began = System.nanoTime();

        sender.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(dropped("unanswered")).isEqualTo(2);
    }
}
