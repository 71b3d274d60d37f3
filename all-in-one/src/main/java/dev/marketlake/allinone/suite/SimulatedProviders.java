package dev.marketlake.allinone.suite;

import dev.marketlake.market.StampConvention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The simulator in place of both providers, and ingest pointed at it. The simulated plan grants twice the pace that ingest
 * keeps to.
 *
 * @param stamp what the simulator's stamps mean
 * @param outputSize compact or full
 * @param pollSeconds from the start of one round to the start of the next
 * @param requestsPerSecond that ingest sends to each provider at most
 */
record SimulatedProviders(StampConvention stamp, String outputSize, int pollSeconds, int requestsPerSecond) {
    /** The simulator asks for a key like the providers do, and takes any. */
    private static final String KEY = "demo";

    private static final int MINUTE = 60;

    /** Arguments of the simulator: where it listens, what it grants, and {@code market}. */
    List<String> simulator(Ports ports, List<String> market) {
        var granted = 2 * requestsPerSecond;
        var limits = Stream.of("alpha-vantage", "finnhub")
                .flatMap(provider -> Stream.of(
                        "--limit." + provider + ".per-second=" + granted,
                        "--limit." + provider + ".per-minute=" + MINUTE * granted));
        var place = Stream.of("--address=127.0.0.1", "--port=" + ports.of(Port.SIMULATOR));
        return Stream.of(place, limits, market.stream())
                .flatMap(arguments -> arguments)
                .toList();
    }

    /** Environment of ingest. */
    Map<String, String> ingest(Endpoints endpoints, int rounds) {
        var environment = new HashMap<>(Map.of(
                IngestRounds.VARIABLE,
                Integer.toString(rounds),
                "ALPHA_VANTAGE_BASE_URL",
                endpoints.simulator(),
                "ALPHA_VANTAGE_API_KEY",
                KEY,
                "FINNHUB_BASE_URL",
                endpoints.simulator() + "/api/v1",
                "FINNHUB_API_KEY",
                KEY,
                "MARKETLAKE_INGEST_ALPHAVANTAGE_STAMP",
                stamp.name(),
                "MARKETLAKE_INGEST_ALPHAVANTAGE_OUTPUTSIZE",
                outputSize));
        for (var provider : List.of("ALPHAVANTAGE", "FINNHUB")) {
            var prefix = "MARKETLAKE_INGEST_" + provider + "_";
            environment.put(prefix + "POLLINTERVAL", pollSeconds + "s");
            environment.put(prefix + "REQUESTSPERSECOND", Integer.toString(requestsPerSecond));
            environment.put(prefix + "REQUESTSPERMINUTE", Integer.toString(MINUTE * requestsPerSecond));
            environment.put(prefix + "REQUESTSPERDAY", "0");
        }
        return Map.copyOf(environment);
    }
}
