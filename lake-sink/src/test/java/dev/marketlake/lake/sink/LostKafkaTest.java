package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ParquetFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A real broker loses what the lake has, or has yet to take; {@code prove rebuild} has a whole suite go through it. */
class LostKafkaTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final MemoryObjectStore store = new MemoryObjectStore();

    @Test
    void topics_made_anew_under_a_sink_have_nothing_skipped_and_nothing_overwritten() throws Exception {
        String before = raw(Kafka.freshTopics());
        publish(4);
        try (Running sink = new Running(Tables.RAW_QUOTES)) {
            await().atMost(LONG).until(() -> sink.sink.status().pendingRows() == 4);
            sink.stopped();
        }
        assertThat(rows()).hasSize(4);

        try (Running sink = new Running(Tables.RAW_QUOTES)) {
            await().atMost(LONG).until(() -> !sink.sink.status().partitions().isEmpty());
            String after = raw(Kafka.freshTopics());
            publish(2);
            await().atMost(LONG).until(() -> sink.sink.status().pendingRows() == 2);
            sink.stopped();

            assertThat(rows())
                    .containsExactlyInAnyOrder(
                            before + "@0", before + "@1", before + "@2", before + "@3", after + "@0", after + "@1");
        }
    }

    /** What the test above is there to notice: under one id the new records pass for those the table has. */
    @Test
    void without_ids_of_topics_records_of_the_one_made_anew_would_be_skipped() throws StoreFailure {
        Bench quotes = new Bench(Tables.RAW_QUOTES, RawQuote.getClassSchema());
        for (int i = 0; i < 2; i++) {
            quotes.topic.append(0, Bench.bytes(Examples.raw("OLD", i)));
        }
        quotes.running().flushed();
        quotes.topic.recreate(quotes.topic.id);
        for (int i = 0; i < 3; i++) {
            quotes.topic.append(0, Bench.bytes(Examples.raw("NEW", i)));
        }
        quotes.running().flushed();

        assertThat(quotes.rows()).hasSize(3);
    }

    @Test
    void records_that_expired_before_a_table_had_them_halt_it_alone() throws Exception {
        String id = raw(Kafka.freshTopics());
        publish(2);
        try (Running sink = new Running(Tables.RAW_QUOTES)) {
            await().atMost(LONG).until(() -> sink.sink.status().pendingRows() == 2);
            sink.stopped();
        }
        publish(5);
        try (var admin = Kafka.admin();
                KafkaProducer<String, Bar> bars = Kafka.producer(Map.of())) {
            admin.deleteRecords(Map.of(new TopicPartition("market.raw", 0), RecordsToDelete.beforeOffset(4)))
                    .all()
                    .get();
            bars.send(new ProducerRecord<>(
                            "market.bars",
                            0,
                            "AAPL",
                            Examples.bar("AAPL", Examples.OPEN, "1").build()))
                    .get();
        }

        try (Running sink = new Running(Tables.RAW_QUOTES);
                Running other = new Running(Tables.BARS)) {
            await().atMost(LONG).until(() -> sink.sink.status().state() instanceof SinkState.Halted);
            assertThat(((SinkState.Halted) sink.sink.status().state()).reason())
                    .contains("offsets 2 to 3 of market.raw-0", "skip-to: {\"" + id + "-0\": 4}");
            await().atMost(LONG).until(() -> other.sink.status().pendingRows() == 1);
        }
        assertThat(rows()).containsExactlyInAnyOrder(id + "@0", id + "@1");
    }

    private static String raw(Map<String, String> topicIds) {
        return topicIds.getOrDefault("market.raw", "");
    }

    private static void publish(int count) throws Exception {
        try (KafkaProducer<String, RawQuote> producer = Kafka.producer(Map.of())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>("market.raw", 0, "AAPL", Examples.raw("AAPL", i)))
                        .get();
            }
        }
    }

    /** Topic id and offset of the record behind each row. */
    private List<String> rows() throws StoreFailure {
        LakeTable table = Tables.RAW_QUOTES;
        var columns = TableRows.of(table, table.partitions()).fileSchema();
        List<String> rows = new ArrayList<>();
        for (LiveFile file : new DeltaLake(store, Clock.systemUTC())
                .read(table.folder())
                .orElseThrow()
                .files()) {
            ParquetFiles.decode(columns, store.get(table.folder() + "/" + file.path()))
                    .forEach(row -> rows.add(row.get("kafka_topic_id") + "@" + row.get("kafka_offset")));
        }
        return rows;
    }

    /** A table's sink on a thread of its own, which commits what it has when it is stopped. */
    private final class Running implements AutoCloseable {
        private final Broker broker = new Broker(Kafka.reach());
        private final SinkFactory factory = new SinkFactory(
                Kafka.consumerSettings(),
                "lost-kafka",
                Duration.ofSeconds(6),
                1,
                LakeConfig.defaults(),
                store,
                broker,
                Gate.OPEN,
                Lineage.NONE,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
        private final TableSink sink;
        private final Thread thread;

        Running(LakeTable table) {
            sink = factory.sink(table);
            thread = Thread.ofPlatform().start(sink);
        }

        void stopped() throws InterruptedException {
            sink.stop();
            thread.join(LONG);
        }

        @Override
        public void close() throws InterruptedException {
            stopped();
            factory.close();
            broker.close();
        }
    }
}
