package dev.marketlake.ingest.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.ingest.ScriptedExchange;
import dev.marketlake.ingest.ScriptedExchange.Answer;
import dev.marketlake.ingest.finnhub.FinnhubQuotes;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProviderCallTest {
    private static final Instant NOW = Instant.parse("2026-05-15T20:00:00.123456Z");
    private final HttpGet http = new HttpGet(Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void a_response_knows_when_it_arrived_and_has_an_id_of_its_own() {
        try (var exchange = ScriptedExchange.answering(asked -> Answer.ok(ScriptedExchange.quote()))) {
            Response one = ((Fetch.Observed) fetch(exchange)).response();
            Response other = ((Fetch.Observed) fetch(exchange)).response();
            assertThat(one.observedAt()).isEqualTo(NOW);
            assertThat(one.requestId()).isNotEqualTo(other.requestId());
            assertThat(exchange.asked().getFirst().headers()).containsEntry("x-finnhub-token", "s3cr3t");
            assertThat(exchange.asked().getFirst().query()).containsOnlyKeys("symbol");
        }
    }

    @Test
    void server_errors_are_unavailable_whatever_their_body_says() {
        assertThat(fetch(new Answer(503, ScriptedExchange.quote(), Map.of())))
                .isEqualTo(new Fetch.Unavailable("HTTP 503"));
    }

    @Test
    void data_under_another_status_is_not_used() {
        assertThat(fetch(new Answer(404, ScriptedExchange.quote(), Map.of()))).isInstanceOf(Fetch.Broken.class);
        assertThat(fetch(new Answer(302, "", Map.of("Location", "http://127.0.0.1:1/"))))
                .isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void the_status_decides_where_the_body_says_nothing_known() {
        assertThat(fetch(new Answer(429, "Too Many Requests", Map.of("Retry-After", "7"))))
                .isInstanceOfSatisfying(Fetch.Throttled.class, throttled -> {
                    assertThat(throttled.limit()).isEqualTo(Fetch.Limit.MINUTE);
                    assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                });
        assertThat(fetch(Answer.status(429)))
                .isInstanceOfSatisfying(
                        Fetch.Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(fetch(Answer.status(401))).isInstanceOf(Fetch.Denied.class);
        assertThat(fetch(Answer.status(403))).isInstanceOf(Fetch.Denied.class);
    }

    @Test
    void a_provider_that_is_not_there_is_unavailable_and_the_reason_holds_no_key() {
        Access access = new Access(URI.create("http://127.0.0.1:1/api"), new Secret("s3cr3t"), Duration.ofSeconds(5));
        assertThat(new FinnhubQuotes(http, access, symbol -> symbol.value()).fetch(symbol()))
                .isInstanceOfSatisfying(
                        Fetch.Unavailable.class,
                        unavailable -> assertThat(unavailable.reason()).doesNotContain("s3cr3t"));
    }

    @Test
    void a_body_that_trickles_is_cut_at_the_time_out() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        try (var exchange = ScriptedExchange.handling((http, asked) -> {
            http.sendResponseHeaders(200, 0);
            http.getResponseBody().write('{');
            http.getResponseBody().flush();
            awaitQuietly(over);
        })) {
            assertThat(fetch(exchange, Duration.ofMillis(300)))
                    .isEqualTo(new Fetch.Unavailable("no answer within 300 ms"));
        } finally {
            over.countDown();
        }
    }

    @Test
    void a_connection_that_breaks_off_is_unavailable() {
        try (var exchange = ScriptedExchange.handling((http, asked) -> {
            http.sendResponseHeaders(200, 500);
            http.getResponseBody().write(new byte[10]);
            throw new IOException("gone");
        })) {
            assertThat(fetch(exchange)).isInstanceOf(Fetch.Unavailable.class);
        }
    }

    @Test
    void an_observation_that_fits_no_record_is_broken_and_holds_up_nothing() {
        String quote = ScriptedExchange.quote();
        String large = quote.substring(0, quote.length() - 1) + ",\"x\":\"" + "\u20AC".repeat(90_000) + "\"}";
        assertThat(fetch(new Answer(200, large, Map.of())))
                .isInstanceOfSatisfying(
                        Fetch.Broken.class,
                        broken -> assertThat(broken.reason()).contains("bytes"));
    }

    @Test
    void an_answer_that_is_no_HTTP_is_unavailable_and_ends_no_thread() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var peer = socket.accept()) {
                    peer.getOutputStream().write("HTTP/1.1 -1 \u0000\r\nContent-Length: x\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Access access = new Access(
                    URI.create("http://127.0.0.1:" + socket.getLocalPort()),
                    new Secret("s3cr3t"),
                    Duration.ofSeconds(5));
            assertThat(new FinnhubQuotes(http, access, Symbol::value).fetch(symbol()))
                    .isInstanceOf(Fetch.Unavailable.class);
        }
    }

    @Test
    void bytes_that_are_no_utf8_are_broken_instead_of_replaced() {
        try (var exchange = ScriptedExchange.handling((http, asked) -> {
            byte[] body = {'{', '"', 'c', '"', ':', '1', ',', '"', 'x', '"', ':', '"', (byte) 0xC3, '"', '}'};
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        })) {
            assertThat(fetch(exchange)).isInstanceOf(Fetch.Broken.class);
        }
    }

    @Test
    void an_interrupt_ends_the_waiting() {
        CountDownLatch over = new CountDownLatch(1);
        try (var exchange = ScriptedExchange.handling((http, asked) -> awaitQuietly(over))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> fetch(exchange)).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Fetch fetch(Answer answer) {
        try (var exchange = ScriptedExchange.answering(asked -> answer)) {
            return fetch(exchange);
        }
    }

    private Fetch fetch(ScriptedExchange exchange) {
        return fetch(exchange, Duration.ofSeconds(5));
    }

    private Fetch fetch(ScriptedExchange exchange, Duration timeout) {
        Access access = new Access(exchange.url(), new Secret("s3cr3t"), timeout);
        return new FinnhubQuotes(http, access, symbol -> symbol.value()).fetch(symbol());
    }

    private static Symbol symbol() {
        return new Symbol("AAPL");
    }
}
