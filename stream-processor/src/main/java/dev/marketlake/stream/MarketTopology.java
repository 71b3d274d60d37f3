package dev.marketlake.stream;

import dev.marketlake.stream.QuoteProcessor.Parts;
import dev.marketlake.stream.intake.PatientSerializer;
import dev.marketlake.stream.intake.RawDecoding;
import dev.marketlake.stream.intake.RegistryPatience;
import dev.marketlake.stream.job.Lane;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.series.BarSeriesStoreBuilder;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The table of contents: raw quotes in; bars, trades, fundamentals, corporate actions, readings, alerts, rejections and the ledger out. A
 * pure function of its settings. A history job is the same topology on another {@link Lane}.
 */
public final class MarketTopology {
    static final String BARS_STORE = "bars";
    static final String QUOTES_STORE = "quotes";
    static final String FUNDAMENTALS_STORE = "fundamentals";
    static final String ACTIONS_STORE = "corporate-actions";
    static final String LEDGER_STORE = "ledger";
    private static final String SOURCE = "from-market.raw";
    private static final String PROCESSOR = "quotes-to-bars";
    private static final List<Topic<?>> OUTPUTS = List.of(
            Topics.BARS,
            Topics.TRADES,
            Topics.FUNDAMENTALS,
            Topics.CORPORATE_ACTIONS,
            Topics.INDICATORS,
            Topics.PERFORMANCE,
            Topics.ALERTS,
            Topics.REJECTED);

    private final TopologyInputs inputs;
    private final Lane lane;

    public MarketTopology(TopologyInputs inputs) {
        this.inputs = inputs;
        this.lane = inputs.settings().lane(inputs.rawTopicId());
    }

    public Topology build() {
        Parts parts = parts();
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.none(),
                SOURCE,
                new ArrivalTime(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                lane.name(Topics.RAW));
        topology.addProcessor(PROCESSOR, () -> new QuoteProcessor(parts), SOURCE);
        topology.addStateStore(new LastingProcessId.Builder(), PROCESSOR);
        topology.addStateStore(bars(), PROCESSOR);
        topology.addStateStore(inMemory(QUOTES_STORE), PROCESSOR);
        topology.addStateStore(inMemory(FUNDAMENTALS_STORE), PROCESSOR);
        topology.addStateStore(inMemory(ACTIONS_STORE), PROCESSOR);
        OUTPUTS.forEach(topic -> addSink(topology, topic));
        if (lane.isAccountedFor()) {
            // Counts change with every record: logged once per transaction, not once per record.
            topology.addStateStore(inMemory(LEDGER_STORE).withCachingEnabled(), PROCESSOR);
            addSink(topology, Topics.LEDGER);
        }
        return topology;
    }

    /** Name of the node that writes a topic. */
    static String sink(Topic<?> topic) {
        return "to-" + topic.name();
    }

    private Parts parts() {
        StreamSettings settings = inputs.settings();
        return new Parts(
                new RawDecoding(
                        Topics.RAW.name(),
                        Topics.RAW.valueSerde(inputs.registry()).deserializer(),
                        RegistryPatience.standard()),
                () -> new Parsing(inputs.watchlist(), settings.tolerance()),
                settings.bookRules(inputs.watchlist(), inputs.alerts()),
                lane,
                settings.flushInterval(),
                new StreamMeters(inputs.meters()));
    }

    private <V extends SpecificRecord> void addSink(Topology topology, Topic<V> topic) {
        topology.addSink(
                sink(topic),
                lane.name(topic),
                new StringSerializer(),
                new PatientSerializer<>(
                        topic.name(), topic.valueSerde(inputs.registry()).serializer(), RegistryPatience.standard()),
                PROCESSOR);
    }

    private BarSeriesStoreBuilder bars() {
        StreamSettings settings = inputs.settings();
        return new BarSeriesStoreBuilder(BARS_STORE, changelog(), inputs.watchlist(), settings::depth);
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> inMemory(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(changelog())
                .withCachingDisabled();
    }

    private Map<String, String> changelog() {
        return inputs.settings().changelog();
    }
}
