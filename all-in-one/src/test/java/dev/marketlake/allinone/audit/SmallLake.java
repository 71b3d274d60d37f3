package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeLocation;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.Arrival;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.ParquetFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tables in a real object store, written with the sink's own classes; the test says what is in them. */
public final class SmallLake implements AutoCloseable {
    public static final String RAW = "rawTopicIdrawTopicIdxx";
    public static final String BARS = "barTopicIdbarTopicIdxx";
    public static final String ALERTS = "alertTopicIdalertTopic";
    private static final Instant OPEN = Instant.parse("2019-02-15T14:30:00Z");

    private final dev.marketlake.backing.ObjectStore server;
    private final Path folder;
    private StoreSettings settings;
    private ObjectStore store;

    private SmallLake(dev.marketlake.backing.ObjectStore server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.settings = bucket("b-" + UUID.randomUUID());
        this.store = MinioObjectStore.of(settings);
    }

    public static SmallLake start(Path folder) {
        return new SmallLake(dev.marketlake.backing.ObjectStore.start(ObjectStoreSettings.in(folder)), folder);
    }

    /** The lake of a suite's folder, as if the suite had made it; commands read it once this is closed. */
    public static SmallLake of(DataFolder data) throws StoreFailure {
        SmallLake lake = new SmallLake(
                dev.marketlake.backing.ObjectStore.start(
                        ObjectStoreSettings.in(data.store()).withCredentials(data.credentials())),
                data.root());
        lake.use("market-lake");
        return lake;
    }

    /** A bucket that nobody has used. */
    public SmallLake anew() throws StoreFailure {
        use("b-" + UUID.randomUUID());
        return this;
    }

    private void use(String bucket) throws StoreFailure {
        store.close();
        settings = bucket(bucket);
        store = MinioObjectStore.of(settings);
        store.ensureBucket();
    }

    private StoreSettings bucket(String name) {
        return StoreSettings.of(
                URI.create(server.endpoint()), server.accessKey(), server.secretKey(), "us-east-1", name);
    }

    public Lake lake() {
        return lake("cache");
    }

    /** @param cache where it keeps the files it has read */
    public Lake lake(String cache) {
        return Lake.at(new LakeLocation(settings, Optional.empty()), folder.resolve(cache));
    }

    public ObjectStore store() {
        return store;
    }

    public DeltaLake delta() {
        return new DeltaLake(store, Clock.systemUTC());
    }

    /** A record as a sink takes it. */
    public record Taken(String topicId, int partition, long offset, SpecificRecord value) {}

    public static Taken raw(int partition, long offset) {
        return new Taken(RAW, partition, offset, quote(offset));
    }

    public static Taken bar(String symbol, int minute, long offset, RawPosition origin) {
        BigDecimal price = new BigDecimal("1.00000000");
        Instant open = OPEN.plusSeconds(60L * minute);
        return new Taken(
                BARS,
                0,
                offset,
                Bar.newBuilder()
                        .setSymbol(symbol)
                        .setInterval("1m")
                        .setOpenTime(open)
                        .setTradeDate(LocalDate.parse("2019-02-15"))
                        .setSession("REGULAR")
                        .setOpen(price)
                        .setHigh(price)
                        .setLow(price)
                        .setClose(price)
                        .setVolume(100L)
                        .setSource("ALPHA_VANTAGE")
                        .setPriceBasis("RAW")
                        .setComplete(true)
                        .setValid(true)
                        .setViolations(List.of())
                        .setDeleted(false)
                        .setObservedAt(open.plusSeconds(90))
                        .setRevision(0)
                        .setLineage(origin)
                        .build());
    }

    public static Taken alert(long offset, String id, String state, RawPosition... positions) {
        var alert = new Alert();
        alert.setAlertId(id);
        alert.setRule("spike");
        alert.setKind("VOLUME_SPIKE");
        alert.setSymbol("AAPL");
        alert.setInterval("1m");
        alert.setOpenTime(OPEN);
        alert.setTradeDate(LocalDate.parse("2019-02-15"));
        alert.setSeverity("INFO");
        alert.setState(state);
        alert.setMessage("AAPL is loud.");
        alert.setEvidence(Map.of("volume", 100.0));
        alert.setPositions(List.of(positions));
        alert.setRulesVersion("v");
        alert.setRaisedAt(OPEN);
        alert.setObservedAt(OPEN);
        return new Taken(ALERTS, 0, offset, alert);
    }

    private static RawQuote quote(long sequence) {
        return new RawQuote("FINNHUB", "QUOTE", "AAPL", null, "{\"c\":" + sequence + "}", OPEN, "request", 0);
    }

    public static Progress upTo(String topicId, int partition, long base, long next) {
        return new Progress(topicId + "-" + partition, base < 0 ? OptionalLong.empty() : OptionalLong.of(base), next);
    }

    /** Adds files with these rows. */
    public void append(LakeTable table, List<Progress> progress, Taken... taken) throws StoreFailure {
        DeltaTable open = open(table);
        commit(open, new TableChange(files(table, taken), List.of(), Set.of(), progress));
    }

    /** Replaces every file of the table with these rows. */
    public void rewrite(LakeTable table, List<Progress> progress, Taken... taken) throws StoreFailure {
        DeltaTable open = open(table);
        List<LiveFile> before = List.copyOf(open.state().files());
        Set<Partition> partitions = before.stream().map(LiveFile::partition).collect(Collectors.toSet());
        commit(open, new TableChange(files(table, taken), before, partitions, progress));
    }

    private DeltaTable open(LakeTable table) throws StoreFailure {
        return ((Opening.Opened)
                        delta().open(TableRows.of(table, table.partitions()).shape()))
                .table();
    }

    private static void commit(DeltaTable table, TableChange change) {
        CommitOutcome outcome = table.commit(change);
        if (!(outcome instanceof CommitOutcome.Committed)) {
            throw new IllegalStateException("not committed: " + outcome);
        }
    }

    private List<NewFile> files(LakeTable table, Taken... taken) throws StoreFailure {
        TableRows rows = TableRows.of(table, table.partitions());
        Map<Partition, List<GenericRecord>> byPartition = new LinkedHashMap<>();
        for (Taken one : taken) {
            RowChange change = rows.change(arrival(one));
            Partition partition =
                    change instanceof RowChange.Added added ? added.partition() : ((RowChange.Kept) change).partition();
            GenericRecord row = change instanceof RowChange.Added added ? added.row() : ((RowChange.Kept) change).row();
            byPartition.computeIfAbsent(partition, p -> new ArrayList<>()).add(row);
        }
        List<NewFile> files = new ArrayList<>();
        for (var entry : byPartition.entrySet()) {
            EncodedFile encoded = ParquetFiles.encode(rows.fileSchema(), entry.getValue());
            String path = entry.getKey().folder() + "part-" + UUID.randomUUID() + ".zstd.parquet";
            store.put(table.folder() + "/" + path, encoded.content());
            files.add(new NewFile(
                    new LiveFile(path, entry.getKey(), encoded.content().length, encoded.rows()),
                    encoded.ranges(),
                    Instant.now()));
        }
        return files;
    }

    private static Arrival arrival(Taken taken) {
        var record =
                new ConsumerRecord<>("topic", taken.partition(), taken.offset(), new byte[0], bytes(taken.value()));
        return new Arrival(taken.topicId(), record, generic(taken.value()), null);
    }

    private static byte[] bytes(SpecificRecord record) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericRecord generic(SpecificRecord record) {
        try {
            return new GenericDatumReader<GenericRecord>(record.getSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(bytes(record), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        server.close();
    }
}
