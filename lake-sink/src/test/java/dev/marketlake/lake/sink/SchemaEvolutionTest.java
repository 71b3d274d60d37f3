package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeConfig.Flush;
import dev.marketlake.lake.table.LakeConfig.FlushByWriting;
import dev.marketlake.lake.table.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Schemas that change under way, through a real registry: what fits becomes a column, what does not stops its tables alone. */
class SchemaEvolutionTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String BAR = Bar.getClassSchema().toString();
    private static final Flush SOON = new Flush(1_000, 1, Duration.ofMillis(100));

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final Broker broker = new Broker(Kafka.reach());

    @Test
    void a_new_field_becomes_a_column_and_a_field_of_another_type_stops_its_tables_alone() throws Exception {
        Kafka.freshTopics();
        List<Thread> threads = new ArrayList<>();
        List<TableSink> sinks = new ArrayList<>();
        try (SinkFactory factory = factory()) {
            for (var table : List.of(Tables.BARS, Tables.RAW_QUOTES)) {
                TableSink sink = factory.sink(table);
                sinks.add(sink);
                threads.add(Thread.ofPlatform().start(sink));
            }
            send(0, Bar.getClassSchema());
            send(1, withField("{\"name\":\"openInterest\",\"type\":[\"null\",\"long\"],\"default\":null}"));
            await().atMost(LONG)
                    .until(() -> column("silver.bars", "open_interest").size() == 2);
            assertThat(column("silver.bars", "open_interest")).containsExactlyInAnyOrder("null", "17");

            anyChangeIsAllowed();
            send(
                    2,
                    new Schema.Parser()
                            .parse(BAR.replaceFirst("(\"name\":\"revision\",\"type\":)\"int\"", "$1\"string\"")));
            await().atMost(LONG).until(() -> sinks.getFirst().status().state() instanceof SinkState.Halted);
            try (var producer = Kafka.<RawQuote>producer(Map.of())) {
                producer.send(new ProducerRecord<>("market.raw", "AAPL", Examples.raw("AAPL", 0)));
            }
            await().atMost(LONG)
                    .until(() -> column("bronze.raw_quotes", "symbol").size() == 1);
            sinks.forEach(TableSink::stop);
            for (Thread thread : threads) {
                thread.join(LONG);
            }
        }
        assertThat(((SinkState.Halted) sinks.getFirst().status().state()).reason())
                .matches(
                        "from record market.bars-\\d offset 2 on the schema is another: field of column revision is now"
                                + " string and was int: correct the producer, or move the table's folder away and rebuild"
                                + " it\\. Other tables go on; rows wait in Kafka");
        assertThat(column("silver.bars", "open_interest")).hasSize(2);
        broker.close();
    }

    private SinkFactory factory() {
        return new SinkFactory(
                Kafka.consumerSettings(),
                "evolution",
                Duration.ofSeconds(10),
                1,
                new LakeConfig(new FlushByWriting(SOON, SOON), null, null, null),
                store,
                broker,
                Gate.OPEN,
                Lineage.NONE,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }

    /** The values of a column, as text; none where the table is not there or lacks it. */
    private List<String> column(String table, String column) throws StoreFailure {
        var content = new LakeContents(store, new DeltaLake(store, Clock.systemUTC())).of(table);
        List<String> values = new ArrayList<>();
        if (content.isPresent() && content.get().columns().containsKey(column)) {
            for (Portion portion : content.get().portions()) {
                portion.source().read(Set.of(column)).forEach(row -> values.add(String.valueOf(row.value(column))));
            }
        }
        return values;
    }

    private static Schema withField(String field) {
        return new Schema.Parser()
                .parse(BAR.replaceFirst("\\{\"name\":\"revision\"", field + ",{\"name\":\"revision\""));
    }

    private static void send(int minute, Schema schema) {
        GenericRecord from = Examples.generic(Examples.bar("AAPL", Examples.OPEN.plusSeconds(60L * minute), "1")
                .build());
        GenericRecord bar = new GenericData.Record(schema);
        from.getSchema().getFields().forEach(field -> bar.put(field.name(), from.get(field.name())));
        if (schema.getField("openInterest") != null) {
            bar.put("openInterest", 17L);
        }
        if (schema.getField("revision").schema().getType() == Schema.Type.STRING) {
            bar.put("revision", "first");
        }
        try (var producer = Kafka.<GenericRecord>producer(Map.of())) {
            producer.send(new ProducerRecord<>("market.bars", 0, "AAPL", bar));
        }
    }

    /** As somebody who overrules the registry's own check. */
    private static void anyChangeIsAllowed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Kafka.registryUrl() + "/config/market.bars-value"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"NONE\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
