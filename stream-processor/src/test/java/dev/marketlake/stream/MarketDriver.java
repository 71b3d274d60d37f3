package dev.marketlake.stream;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.Performance;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.events.Trade;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The whole topology in the test driver, with a real serializer against a registry stub. Raw offsets count from 0. */
public final class MarketDriver implements AutoCloseable {
    public static final String RAW_TOPIC_ID = "raw-topic-id";
    /** The registry of all tests of this JVM. */
    public static final RegistryStub REGISTRY = new RegistryStub();

    private static final Serializer<RawQuote> RAW_SERIALIZER =
            Topics.RAW.valueSerde(REGISTRY.config()).serializer();

    /** The registry is asked once per schema, not once per driver. */
    private static final Map<Topic<?>, Deserializer<?>> READERS = new ConcurrentHashMap<>();

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final SimpleMeterRegistry meters;

    /** A driver whose clock stands at 2019-03-02T00:00:00Z: all bars of the tests before that are complete. */
    public MarketDriver(AlertRules alerts, String... symbols) {
        this(Settings.minutesAndDays(), alerts, Instant.parse("2019-03-02T00:00:00Z"), symbols);
    }

    public MarketDriver(StreamSettings settings, AlertRules alerts, Instant clock, String... symbols) {
        this(settings, () -> alerts, clock, symbols);
    }

    /** @param alerts the rules in force, asked at each flush */
    public MarketDriver(StreamSettings settings, Supplier<AlertRules> alerts, Instant clock, String... symbols) {
        this(new SimpleMeterRegistry(), settings, alerts, clock, symbols);
    }

    private MarketDriver(
            SimpleMeterRegistry meters,
            StreamSettings settings,
            Supplier<AlertRules> alerts,
            Instant clock,
            String... symbols) {
        this(meters, topology(meters, settings, alerts, symbols), clock);
    }

    private final Path state;
    private Instant clock;

    private MarketDriver(SimpleMeterRegistry meters, Topology topology, Instant clock) {
        this.meters = meters;
        this.clock = clock;
        Properties config = new Properties();
        config.put("application.id", "market-driver");
        config.put("bootstrap.servers", "not:1");
        config.put("processing.guarantee", "exactly_once_v2");
        state = newState();
        config.put("state.dir", state.toString());
        driver = new TopologyTestDriver(topology, config, clock);
        raw = driver.createInputTopic(Topics.RAW.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Makes drivers of one topology, each with a state of its own, which is cheaper than a topology for each. */
    public static Function<Instant, MarketDriver> ofOneTopology(
            StreamSettings settings, AlertRules alerts, String... symbols) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Topology topology = topology(meters, settings, () -> alerts, symbols);
        return clock -> new MarketDriver(meters, topology, clock);
    }

    private static Topology topology(
            SimpleMeterRegistry meters, StreamSettings settings, Supplier<AlertRules> alerts, String... symbols) {
        return new MarketTopology(new TopologyInputs(
                        settings, Watchlist.of(symbols), alerts, RAW_TOPIC_ID, REGISTRY.config(), meters))
                .build();
    }

    public MarketDriver pipe(Raw... quotes) {
        for (Raw quote : quotes) {
            pipe(quote.quote());
        }
        return this;
    }

    public MarketDriver pipe(RawQuote quote) {
        byte[] value = bytes(quote);
        return pipe(quote.getSymbol().getBytes(StandardCharsets.UTF_8), value);
    }

    /** As {@link #pipe(RawQuote)}, stamped by Kafka with {@code arrival}. */
    public MarketDriver pipeAt(Instant arrival, RawQuote quote) {
        raw.pipeInput(quote.getSymbol().getBytes(StandardCharsets.UTF_8), bytes(quote), arrival);
        return this;
    }

    /** Stamped by Kafka with the driver's clock. */
    public MarketDriver pipe(byte @Nullable [] key, byte @Nullable [] value) {
        raw.pipeInput(key, value, clock);
        return this;
    }

    /** The value as ingest would write it. */
    public static byte[] bytes(RawQuote quote) {
        return RAW_SERIALIZER.serialize(Topics.RAW.name(), quote);
    }

    /** Lets the flush timer run. */
    public MarketDriver flush() {
        return advance(Duration.ofMillis(250));
    }

    public MarketDriver advance(Duration by) {
        driver.advanceWallClockTime(by);
        clock = clock.plus(by);
        return this;
    }

    public List<Bar> bars() {
        return read(Topics.BARS);
    }

    public List<Trade> trades() {
        return read(Topics.TRADES);
    }

    public List<Fundamentals> fundamentals() {
        return read(Topics.FUNDAMENTALS);
    }

    public List<CorporateAction> corporateActions() {
        return read(Topics.CORPORATE_ACTIONS);
    }

    public List<Indicators> indicators() {
        return read(Topics.INDICATORS);
    }

    public List<Performance> performance() {
        return read(Topics.PERFORMANCE);
    }

    public List<Alert> alerts() {
        return read(Topics.ALERTS);
    }

    public List<RejectedQuote> rejected() {
        return read(Topics.REJECTED);
    }

    public List<LedgerEntry> ledger() {
        return read(Topics.LEDGER);
    }

    /** Latest ledger entry of each key since the last call. */
    public Map<String, LedgerEntry> latestLedger() {
        Map<String, LedgerEntry> latest = new HashMap<>();
        ledger().forEach(entry -> latest.put(entry.getEntry(), entry));
        return latest;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    private <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), reader(topic))
                .readValuesToList();
    }

    @SuppressWarnings("unchecked")
    private static <V extends SpecificRecord> Deserializer<V> reader(Topic<V> topic) {
        return (Deserializer<V>) READERS.computeIfAbsent(
                topic, t -> t.valueSerde(REGISTRY.config()).deserializer());
    }

    @Override
    public void close() {
        driver.close();
        FileSystemUtils.deleteRecursively(state.toFile());
    }

    private static Path newState() {
        try {
            return Files.createTempDirectory("market-driver");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
