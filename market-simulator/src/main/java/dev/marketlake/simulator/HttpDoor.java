package dev.marketlake.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries requests of one provider from HTTP to its desk and replies back. */
final class HttpDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    private final ProviderDesk desk;

    HttpDoor(ProviderDesk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        if (!http.getRequestMethod().equals("GET")) {
            send(http, Reply.plain(405, "only GET"));
            return;
        }
        Query query = Query.of(
                http.getRequestURI().getPath(),
                http.getRequestURI().getRawQuery(),
                http.getRequestHeaders().getFirst("X-Finnhub-Token"));
        send(http, served(query));
    }

    private Reply served(Query query) {
        try {
            ProviderDesk.Served served = desk.serve(query);
            await(served.delay());
            return served.reply();
        } catch (RuntimeException e) {
            LOG.error("a request to {} failed", query.path(), e);
            return Reply.plain(500, "the simulator failed; see its log");
        }
    }

    private static void await(Duration delay) {
        if (delay.isZero()) {
            return;
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends and ends the exchange; a caller that went away is no failure. */
    static void send(HttpExchange http, Reply reply) throws IOException {
        try (http) {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", reply.mediaType());
            http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
        }
    }
}
