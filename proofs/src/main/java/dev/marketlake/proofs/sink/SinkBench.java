package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.events.Bar;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.proofs.bench.Machine;
import dev.marketlake.proofs.bench.ProcessCost;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.sink.SinkBenchFigures.Landed;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How fast a sink brings a lag in, end to end: poll, decode, encode, put, commit. The sink is up and in its groups, stands still while the
 * records are published, and is then let go.
 */
public final class SinkBench {
    /** Longer than it takes to publish: a sink that stands still keeps its partitions. */
    private static final Duration SESSION = Duration.ofMinutes(20);

    private static final int MINUTES = 390;
    /** Appends as shipped; all bars of the bench in one flush, which is what the target speaks of. */
    private static final String LAKE = """
            flush:
              append: {rows: 100000, megabytes: 16, age: PT1S}
              upsert: {rows: %d, megabytes: 512, age: PT30S}
            """;

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder @param says told how far it has come */
    public SinkBench(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /**
     * Runs it.
     *
     * @param rows to append in all
     * @param symbols of which a day of bars each is upserted, in every round with other prices
     * @param rounds in which the rows come; the first finds a cold sink, the second half of them a warm one
     * @throws ProofFailed where the tables do not hold what was published
     */
    public SinkBenchFigures run(int rows, int symbols, int rounds) {
        var machine = Machine.now();
        try (var ground = SinkGround.start(home, work, LAKE.formatted(symbols * MINUTES));
                var store = MinioObjectStore.of(ground.bucket());
                var quotes = new RawQuotes(ground);
                var sink = SinkProcess.startDirect(home, ground, "sink", SESSION, work.resolve("sink.log"))) {
            var lake = new DeltaLake(store, clock);
            var landing = new Landing(sink, store);
            var wait = new SinkWait(sink);
            wait.until(
                    "the sink to have its partitions",
                    Landing.PATIENCE,
                    () -> sink.partitions(Tables.RAW_QUOTES.name()).size() == quotes.partitions()
                            && !sink.partitions(Tables.BARS.name()).isEmpty());
            var bronze = BronzeRows.of(store, clock);
            var appended = new ArrayList<Landed>();
            for (int round = 1; round <= rounds; round++) {
                int each = rows / rounds / quotes.partitions();
                says.accept("round " + round + ": publishing " + each * quotes.partitions() + " raw events");
                appended.add(landing.of(Tables.RAW_QUOTES, (long) each * quotes.partitions(), () -> {
                    quotes.publishFast(each);
                    return () -> bronze.isPast(quotes);
                }));
            }
            long bars = (long) symbols * MINUTES;
            var upserted = new ArrayList<Landed>();
            for (int round = 1; round <= rounds; round++) {
                var price = "170." + (10 + round);
                says.accept("round " + round + ": publishing a day of bars of " + symbols + " symbols");
                upserted.add(landing.of(Tables.BARS, bars, () -> {
                    publishDay(ground, symbols, price);
                    var ends = SourceEnds.of(ground, Tables.BARS);
                    return () -> ends.areIn(lake);
                }));
            }
            says.accept("checking the answer");
            bronze.require(quotes);
            long files = state(lake, Tables.BARS).files().size();
            if (rows(lake, Tables.BARS) != bars || files != symbols) {
                throw new ProofFailed(
                        rows(lake, Tables.BARS) + " bars in " + files + " files, not " + bars + " in " + symbols);
            }
            return new SinkBenchFigures(machine, appended, upserted, symbols, ProcessCost.peakMebibytes(sink.pid()));
        }
    }

    private static void publishDay(SinkGround ground, int symbols, String price) {
        Map<String, Object> broker = Map.of(
                "bootstrap.servers", ground.broker().bootstrapServers(), "linger.ms", 20, "compression.type", "lz4");
        try (var producer = new KafkaProducer<String, Bar>(
                broker,
                Topics.BARS.keySerde().serializer(),
                Topics.BARS
                        .valueSerde(
                                Map.of("schema.registry.url", ground.registry().url()))
                        .serializer())) {
            for (int minute = 0; minute < MINUTES; minute++) {
                for (int symbol = 0; symbol < symbols; symbol++) {
                    String name = "S" + symbol;
                    producer.send(new ProducerRecord<>(
                            Topics.BARS.name(),
                            name,
                            Examples.bar(name, Examples.OPEN.plusSeconds(60L * minute), price)
                                    .build()));
                }
            }
            producer.flush();
        }
    }

    private static long rows(DeltaLake lake, LakeTable table) {
        return state(lake, table).files().stream()
                .mapToLong(file -> file.rows())
                .sum();
    }

    private static TableState state(DeltaLake lake, LakeTable table) {
        try {
            return lake.read(table.folder()).orElseThrow();
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }
}
