package dev.marketlake.stream.parse;

import dev.marketlake.benchmarks.HotPath;
import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Parsed;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One raw minute to an observation. Alpha Vantage's usual form is scanned; all other JSON is read as a tree. */
public class ParseBenchmark extends HotPath {
    private static final Instant OBSERVED = Instant.parse("2019-03-01T00:00:00Z");

    @Param
    public Body body = Body.ALPHA_VANTAGE;

    private final Parsing parsing = new Parsing(Watchlist.of("AAPL"), Duration.ofMinutes(2));
    private RawQuote raw = new RawQuote();

    /** The same minute, 2019-02-15 09:31 in New York, as each source tells it. */
    public enum Body {
        ALPHA_VANTAGE("""
            {"symbol":"AAPL","interval":"1min","timeZone":"US/Eastern","stamp":"OPEN","time":"2019-02-15 09:31:00",\
            "bar":{"1. open":"171.2500","2. high":"171.3300","3. low":"171.1000","4. close":"171.2100","5. volume":"151033"}}\
            """),
        FINNHUB("{\"candle\":{\"t\":1550241060,\"o\":171.25,\"h\":171.33,\"l\":171.1,\"c\":171.21,\"v\":151033}}"),
        YAHOO("""
            {"timeZone":"America/New_York","basis":"RAW","row":{"timestamp":1550241060,"open":171.25,"high":171.3300018310547,\
            "low":171.10000610351562,"close":171.2100067138672,"volume":151033}}\
            """),
        POLYGON(
                "{\"adjusted\":false,\"bar\":{\"t\":1550241060000,\"o\":171.25,\"h\":171.33,\"l\":171.1,\"c\":171.21,\"v\":151033}}");

        private final String payload;

        Body(String payload) {
            this.payload = payload;
        }
    }

    /** @throws IllegalStateException where the body is not read as the bar it is */
    @Setup
    public void write() {
        raw = new RawQuote(body.name(), "INTRADAY_BAR", "AAPL", "1m", body.payload, OBSERVED, "request-1", 0);
        if (!(parse() instanceof BarObservation bar)
                || bar.openTime() != 1_550_241_060_000_000L
                || bar.content().close() != 17_121_000_000L) {
            throw new IllegalStateException(body + " comes to " + parse());
        }
    }

    @Benchmark
    public Parsed parse() {
        return parsing.observation(raw);
    }
}
