package dev.marketlake.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A provider at the other end of a socket: answers as scripted and notes what it was asked, and when. */
public final class ScriptedExchange implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request. {@code nanos} is its arrival. */
    public record Asked(String path, Map<String, String> query, Map<String, String> headers, long nanos) {
        public String symbol() {
            return query.getOrDefault("symbol", "");
        }
    }

    /** One answer. */
    public record Answer(int status, String body, Map<String, String> headers) {
        public static Answer ok(String body) {
            return new Answer(200, body, Map.of());
        }

        public static Answer status(int status) {
            return new Answer(status, "", Map.of());
        }
    }

    private ScriptedExchange(HttpServer server) {
        this.server = server;
    }

    public static ScriptedExchange answering(Function<Asked, Answer> script) {
        return handling((exchange, asked) -> {
            Answer answer = script.apply(asked);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** For answers that break the rules of HTTP. */
    public interface Handling {
        void handle(HttpExchange exchange, Asked asked) throws IOException;
    }

    public static ScriptedExchange handling(Handling handling) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedExchange scripted = new ScriptedExchange(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    Asked asked = asked(exchange);
                    scripted.asked.add(asked);
                    handling.handle(exchange, asked);
                }
            });
            server.start();
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Requests so far, in order of arrival. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** A body of TIME_SERIES_INTRADAY, newest first as the provider sends it. */
    public static String intraday(String symbol, String... timesNewestFirst) {
        String rows = Stream.of(timesNewestFirst)
                .map(time -> "\"" + time
                        + "\": {\"1. open\": \"170.2300\", \"2. high\": \"170.2500\", \"3. low\": \"170.1000\","
                        + " \"4. close\": \"170.2000\", \"5. volume\": \"427888\"}")
                .collect(Collectors.joining(", "));
        return "{\"Meta Data\": {\"1. Information\": \"Intraday (1min)\", \"2. Symbol\": \"" + symbol
                + "\", \"3. Last Refreshed\": \"x\", \"4. Interval\": \"1min\", \"5. Output Size\": \"Compact\","
                + " \"6. Time Zone\": \"US/Eastern\"}, \"Time Series (1min)\": {" + rows + "}}";
    }

    /** A body of /quote. */
    public static String quote() {
        return "{\"c\":308.82,\"d\":3.83,\"dp\":1.2558,\"h\":311.4,\"l\":305.84,\"o\":306.12,\"pc\":304.99,\"t\":1779480000}";
    }

    private static Asked asked(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Asked(exchange.getRequestURI().getPath(), query, headers, System.nanoTime());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
