package dev.marketlake.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exchange on a free port, and an HTTP client that calls it. */
final class Caller implements AutoCloseable {
    static final String INTRADAY = "/query?function=TIME_SERIES_INTRADAY&interval=1min&apikey=KEY123";
    private static final JsonMapper JSON = new JsonMapper();

    final SettableClock wall;
    final SimulatedExchange exchange;
    private final HttpClient http = HttpClient.newHttpClient();

    private Caller(SettableClock wall, SimulatedExchange exchange) {
        this.wall = wall;
        this.exchange = exchange;
    }

    /** @param settings key and value in turn, over a free port */
    static Caller at(String now, String... settings) {
        Map<String, String> given = new HashMap<>(Map.of("port", "0"));
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        SettableClock wall = new SettableClock(now);
        return new Caller(wall, SimulatedExchange.start(SimulatorSettings.of(given), wall));
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(exchange.url() + pathAndQuery));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        return JSON.readTree(get(pathAndQuery).body());
    }

    JsonNode intraday(String symbol, String more) throws IOException, InterruptedException {
        return json(INTRADAY + "&symbol=" + symbol + more);
    }

    JsonNode quote(String symbol) throws IOException, InterruptedException {
        return json("/api/v1/quote?token=KEY123&symbol=" + symbol);
    }

    long fault(String provider, String kind) throws IOException, InterruptedException {
        return json("/simulator/requests").get(provider).get("faults").get(kind).asLong();
    }

    @Override
    public void close() {
        exchange.close();
        http.close();
    }
}
