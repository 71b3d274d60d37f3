package dev.marketlake.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Source;
import dev.marketlake.simulator.market.Market;
import dev.marketlake.simulator.market.MarketClock;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running exchange: an HTTP server that speaks for both providers.
 *
 * <p>{@code /query} is Alpha Vantage, {@code /api/v1/} Finnhub, {@code /simulator/requests} the counts by provider, {@code /health} says UP.
 * Each request has a virtual thread. Requests are never logged, for they carry keys.
 */
public final class SimulatedExchange implements AutoCloseable {
    private static final int STOP_SECONDS = 2;

    static {
        // Read once by the JDK's server; without it a body of more than one packet waits 40 ms for the caller's delayed
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Market market;
    private final MarketClock clock;
    private final List<ProviderDesk> desks;

    private SimulatedExchange(SimulatorSettings settings, Clock wall) {
        market = settings.market().open();
        clock = settings.clock().over(market, wall);
        var shared = new ProviderDesk.Exchange(market, clock, wall, settings.formingBar(), settings.faults());
        ProviderDesk alphaVantage = new ProviderDesk(new AlphaVantageDoor(), shared, settings.alphaVantageLimit());
        ProviderDesk finnhub = new ProviderDesk(new FinnhubDoor(), shared, settings.finnhubLimit());
        desks = List.of(alphaVantage, finnhub);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server = bound(settings.address(), settings.port());
        server.setExecutor(threads);
        server.createContext("/query", new HttpDoor(alphaVantage));
        server.createContext(FinnhubDoor.ROOT, new HttpDoor(finnhub));
        server.createContext("/", new OperatorPages(this::counts));
        server.start();
    }

    /** Starts on the system clock; see {@link #start(SimulatorSettings, Clock)}. */
    public static SimulatedExchange start(SimulatorSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /**
     * Starts and serves until closed.
     *
     * @param wall the wall clock that market time and request limits go by
     * @throws InvalidConfig naming setting and remedy where the port is taken or the recording cannot be used
     */
    public static SimulatedExchange start(SimulatorSettings settings, Clock wall) {
        return new SimulatedExchange(settings, wall);
    }

    /** Base URL, for example {@code http://127.0.0.1:8090}; Finnhub's is this and {@code /api/v1}. */
    public URI url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public Market market() {
        return market;
    }

    public MarketClock clock() {
        return clock;
    }

    /** Counts since the start, by provider. */
    public Map<Source, RequestCounts> counts() {
        Map<Source, RequestCounts> counts = new EnumMap<>(Source.class);
        desks.forEach(desk -> counts.put(desk.provider(), desk.counts()));
        return counts;
    }

    /** Takes no more requests, lets those under way end for up to 2 s, and frees the port. */
    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.shutdownNow();
    }

    private static HttpServer bound(String address, int port) {
        try {
            InetSocketAddress socket = new InetSocketAddress(address, port);
            if (socket.isUnresolved()) {
                throw new InvalidConfig(
                        "setting address is '" + address + "', which is no address here: give 127.0.0.1 or 0.0.0.0");
            }
            return HttpServer.create(socket, 0);
        } catch (BindException e) {
            throw new InvalidConfig(
                    "cannot listen on " + address + ":" + port + " (" + e.getMessage()
                            + "): stop what listens there, or set port or address otherwise",
                    e);
        } catch (IOException e) {
            throw new InvalidConfig("cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
    }
}
