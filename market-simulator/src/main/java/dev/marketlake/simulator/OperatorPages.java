package dev.marketlake.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.marketlake.market.Source;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.json.JsonText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is for whoever runs the simulator: counts and health. */
final class OperatorPages implements HttpHandler {
    private final Supplier<Map<Source, RequestCounts>> counts;

    OperatorPages(Supplier<Map<Source, RequestCounts>> counts) {
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        HttpDoor.send(
                http,
                switch (http.getRequestURI().getPath()) {
                    case "/health" -> Reply.json(200, JsonText.compact(Map.of("status", "UP")));
                    case "/simulator/requests" -> Reply.json(200, JsonText.compact(byProvider(counts.get())));
                    default ->
                        Reply.plain(
                                404, "there are /query, " + FinnhubDoor.ROOT + "quote, /simulator/requests, /health");
                });
    }

    private static Map<String, Object> byProvider(Map<Source, RequestCounts> counts) {
        Map<String, Object> providers = new LinkedHashMap<>();
        counts.forEach((provider, count) -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("served", count.served());
            members.put("overLimit", count.overLimit());
            members.put("faults", faults(provider, count));
            providers.put(provider.name(), members);
        });
        return providers;
    }

    private static Map<String, Long> faults(Source provider, RequestCounts count) {
        Map<String, Long> faults = new LinkedHashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind.concerns(provider)) {
                faults.put(kind.name(), count.faults().getOrDefault(kind, 0L));
            }
        }
        return faults;
    }
}
