package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Offsets of a real broker that hold marks of transactions and records of aborted ones. */
class TransactionMarksTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final MemoryObjectStore lake = new MemoryObjectStore();
    private final Broker broker = new Broker(Kafka.reach());

    @Test
    void a_sink_gets_to_the_end_of_partitions_that_end_with_an_aborted_transaction() throws Exception {
        Kafka.freshTopics();
        try (KafkaProducer<String, Bar> producer = Kafka.producer(Map.of("transactional.id", "marks"))) {
            producer.initTransactions();
            send(producer, 0);
            producer.commitTransaction();
            try (SinkFactory factory = factory()) {
                TableSink sink = factory.sink(Tables.BARS);
                Thread thread = Thread.ofPlatform().start(sink);
                await().atMost(LONG).until(() -> isDrained(sink));
                send(producer, 1);
                producer.abortTransaction();
                await().atMost(LONG)
                        .until(() -> broker.ends(Set.of("market.bars")).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                == 4);

                await().atMost(LONG).until(() -> isDrained(sink));

                sink.stop();
                thread.join(LONG);
            }
        }
        assertThat(new DeltaLake(lake, Clock.systemUTC())
                        .read("silver/bars")
                        .orElseThrow()
                        .files())
                .hasSize(1);
        broker.close();
    }

    private static void send(KafkaProducer<String, Bar> producer, int minute) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                "market.bars",
                0,
                "AAPL",
                Examples.bar("AAPL", Examples.OPEN.plusSeconds(60L * minute), "1")
                        .build()));
        producer.flush();
    }

    /** As the command line asks: nothing pending, and every position at its end. */
    private boolean isDrained(TableSink sink) {
        Map<TopicPartition, Long> ends = broker.ends(Set.of("market.bars"));
        TableStatus status = sink.status();
        return status.partitions().size() == ends.size()
                && status.partitions().stream()
                        .allMatch(read -> read.position()
                                >= ends.getOrDefault(read.source().partition(), Long.MAX_VALUE));
    }

    private SinkFactory factory() {
        return new SinkFactory(
                Kafka.consumerSettings(),
                "marks",
                Duration.ofSeconds(10),
                1,
                LakeConfig.defaults(),
                lake,
                broker,
                Gate.OPEN,
                Lineage.NONE,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }
}
