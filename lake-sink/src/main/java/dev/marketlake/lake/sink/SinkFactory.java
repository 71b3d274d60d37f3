package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.serde.KafkaAvroDeserializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the sink of a table with everything it needs. */
public final class SinkFactory implements AutoCloseable {
    private static final int MAX_POLL_RECORDS = 5_000;
    private static final int FETCH_BYTES = 8 << 20;
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(10);

    private final Map<String, Object> kafka;
    private final String group;
    private final Duration session;
    private final LakeConfig config;
    private final ObjectStore store;
    private final DeltaLake lake;
    private final Broker broker;
    private final Uploads uploads;
    private final Gate gate;
    private final Announcer announcer;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final KafkaAvroDeserializer<GenericRecord> values = new KafkaAvroDeserializer<>();

    /** @param kafka consumer settings, those of the schema registry included @param session see the consumer's session.timeout.ms */
    public SinkFactory(
            Map<String, Object> kafka,
            String group,
            Duration session,
            int parallelUploads,
            LakeConfig config,
            ObjectStore store,
            Broker broker,
            Gate gate,
            Lineage lineage,
            MeterRegistry meters,
            InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.group = group;
        this.session = session;
        this.config = config;
        this.store = store;
        this.lake = new DeltaLake(store, clock);
        this.broker = broker;
        this.uploads = new Uploads(parallelUploads);
        this.gate = gate;
        this.announcer = new Announcer(lineage, clock);
        this.meters = meters;
        this.clock = clock;
        Map<String, Object> generic = new HashMap<>(kafka);
        generic.put("specific.avro.reader", false);
        values.configure(generic, false);
    }

    /** A sink that has not started; its consumer joins its group on the first turn. */
    TableSink sink(LakeTable table) {
        SinkMeters counted = new SinkMeters(meters, table.name());
        ChangeWriter writer = new ChangeWriter(new DataFiles(store, clock), uploads, new OpenRows(config.cacheBytes()));
        TableRows rows = TableRows.of(table, config.partitions(table));
        TableSink sink = new TableSink(
                new Feed(consumer(table), broker::topicId, table.topic().name(), config.skipTo(table)),
                new Intake(new Decoder(values, table.topic().type().getName()), gate, clock),
                new Committer(lake, writer, gate, counted, announcer, rows),
                new FlushRule(config.flush(table), table.writing() instanceof Writing.Upsert),
                clock);
        counted.gauge("pending", sink, running -> running.status().pendingRows());
        counted.gauge("held", sink, running -> running.status().state() instanceof SinkState.Held ? 1 : 0);
        counted.gauge("halted", sink, running -> running.status().state() instanceof SinkState.Halted ? 1 : 0);
        return sink;
    }

    private Consumer<byte[], byte[]> consumer(LakeTable table) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group + "-" + table.name());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + table.name());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.toIntExact(POLL_INTERVAL.toMillis()));
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.toIntExact(session.dividedBy(4).toMillis()));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        uploads.close();
        values.close();
    }
}
