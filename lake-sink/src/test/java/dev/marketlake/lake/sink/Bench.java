package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig.Flush;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.serde.UndecodableValue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** One table's sink on a topic and a store in memory, with a clock that stands where the test puts it. */
final class Bench {
    static final byte[] POISON = {1, 2, 3};

    final LakeTable table;
    final MemoryTopic topic;
    final MemoryObjectStore lake = new MemoryObjectStore();
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    Schema schema;
    Map<String, Long> skipTo = Map.of();
    Flush flush = new Flush(1_000, 1, Duration.ofSeconds(10));
    boolean brokerSilent;
    Gate gate = Gate.OPEN;
    Lineage lineage = Lineage.NONE;
    /** What the registry does instead of giving a schema; null where it works. */
    @Nullable
    RuntimeException registry;

    private final Map<byte[], Schema> written = new IdentityHashMap<>();

    /** @param schema of every record that is not given one of its own */
    Bench(LakeTable table, Schema schema) {
        this.table = table;
        this.topic = new MemoryTopic(table.topic().name(), 2);
        this.schema = schema;
    }

    /** Appends a record written with a schema of its own. @return its offset */
    long append(int partition, Schema with, byte[] value) {
        written.put(value, with);
        return topic.append(partition, value);
    }

    /** A sink that has read nothing yet, with its consumer. */
    Running running(ObjectStore store) {
        MemoryTopic.Reader reader = topic.reader(100);
        InstantSource clock = () -> now;
        ChangeWriter writer = new ChangeWriter(new DataFiles(store, clock), new Uploads(1), new OpenRows(1 << 20));
        TableSink sink = new TableSink(
                new Feed(
                        reader,
                        this::topicId,
                        topic.id.isEmpty() ? "" : table.topic().name(),
                        skipTo),
                new Intake(new Decoder(values(), table.topic().type().getName()), gate, clock),
                new Committer(
                        new DeltaLake(store, clock),
                        writer,
                        gate,
                        new SinkMeters(new SimpleMeterRegistry(), table.name()),
                        new Announcer(lineage, clock),
                        TableRows.of(table, table.partitions())),
                new FlushRule(flush, table.writing() instanceof Writing.Upsert),
                clock);
        return new Running(this, sink, reader);
    }

    Running running() {
        return running(lake);
    }

    private String topicId(String name) {
        if (brokerSilent) {
            throw new KafkaException("the broker does not say what topic " + name + " is");
        }
        return topic.id;
    }

    /** Appends a bar. @return its offset */
    long bar(int partition, String symbol, int minute) {
        return topic.append(
                partition,
                bytes(Examples.bar(symbol, Examples.OPEN.plusSeconds(60L * minute), "1")
                        .build()));
    }

    /** {@code partition@offset} of the record each row came from, sorted. */
    List<String> positions() throws StoreFailure {
        return rows().stream()
                .map(row -> row.get("kafka_partition") + "@" + row.get("kafka_offset"))
                .sorted()
                .toList();
    }

    /** A sink under test; the test decides when it takes a turn. */
    record Running(Bench bench, TableSink sink, MemoryTopic.Reader reader) {
        Running turns(int count) {
            for (int i = 0; i < count; i++) {
                sink.turn();
            }
            return this;
        }

        /** Lets rows grow old enough to be committed. */
        Running flushed() {
            turns(3);
            bench.later(Duration.ofSeconds(11));
            return turns(3);
        }

        SinkState state() {
            return sink.status().state();
        }
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /** The table as a stranger would read it. */
    List<GenericRecord> rows() throws StoreFailure {
        TableRows known = TableRows.of(table, table.partitions());
        Opening there = new DeltaLake(lake, Clock.systemUTC()).open(known.shape());
        TableRows columns = known.carrying(((Opening.Opened) there).unknown());
        List<GenericRecord> rows = new ArrayList<>();
        for (LiveFile file : state().files()) {
            rows.addAll(ParquetFiles.decode(columns.fileSchema(), lake.get(table.folder() + "/" + file.path())));
        }
        return rows;
    }

    TableState state() throws StoreFailure {
        return new DeltaLake(lake, Clock.systemUTC()).read(table.folder()).orElseThrow();
    }

    long watermark(int partition) throws StoreFailure {
        return state().watermark(topic.id + "-" + partition).orElse(-1);
    }

    static byte[] bytes(SpecificRecord record) {
        return Examples.bytes(record);
    }

    private Deserializer<Object> values() {
        return (topicName, value) -> {
            if (registry != null) {
                throw registry;
            }
            if (value.length == POISON.length) {
                throw new UndecodableValue("value does not start with the zero byte");
            }
            try {
                return new GenericDatumReader<>(written.getOrDefault(value, schema))
                        .read(null, DecoderFactory.get().binaryDecoder(value, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
