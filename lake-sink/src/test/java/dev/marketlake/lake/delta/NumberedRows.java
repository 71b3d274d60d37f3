package dev.marketlake.lake.delta;

import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.ParquetFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A table whose rows are the numbers of one source's offsets, in a partition per source: what is missing or double is seen at once. */
final class NumberedRows {
    static final TableShape SHAPE = new TableShape(
            "silver/numbers",
            List.of(
                    new Column("source", Schema.create(Schema.Type.STRING), ""),
                    new Column("number", Schema.create(Schema.Type.LONG), "")),
            List.of("source"));

    private final ObjectStore store;

    NumberedRows(ObjectStore store) {
        this.store = store;
    }

    DeltaTable open() throws StoreFailure {
        return ((Opening.Opened) new DeltaLake(store, Clock.systemUTC()).open(SHAPE)).table();
    }

    static Partition partition(String source) {
        return new Partition(Map.of("source", source));
    }

    /** Appends the numbers from {@code base} up to {@code next}. */
    TableChange appending(String source, long base, long next) throws StoreFailure {
        return new TableChange(
                List.of(file(source, base, next)), List.of(), Set.of(), List.of(progress(source, base, next)));
    }

    /** Rewrites the partition: what {@code state} has there, and the numbers from {@code base} up to {@code next}. */
    TableChange rewriting(TableState state, String source, long base, long next) throws StoreFailure {
        return new TableChange(
                List.of(file(source, 0, next)),
                state.files(partition(source)),
                Set.of(partition(source)),
                List.of(progress(source, base, next)));
    }

    private static Progress progress(String source, long base, long next) {
        return new Progress(source, base == 0 ? OptionalLong.empty() : OptionalLong.of(base), next);
    }

    private NewFile file(String source, long from, long to) throws StoreFailure {
        List<GenericRecord> rows = new ArrayList<>();
        LongStream.range(from, to).forEach(number -> {
            GenericData.Record row = new GenericData.Record(SHAPE.fileSchema());
            row.put("number", number);
            rows.add(row);
        });
        EncodedFile encoded = ParquetFiles.encode(SHAPE.fileSchema(), rows);
        String path = partition(source).folder() + UUID.randomUUID() + ".parquet";
        store.put(SHAPE.folder() + "/" + path, encoded.content());
        return new NewFile(
                new LiveFile(path, partition(source), encoded.content().length, encoded.rows()),
                encoded.ranges(),
                Instant.now());
    }

    /** Every number of a source, sorted; a number that is there twice is there twice. */
    List<Long> numbers(Collection<LiveFile> files, String source) throws StoreFailure {
        List<Long> numbers = new ArrayList<>();
        for (LiveFile file : files) {
            if (file.partition().equals(partition(source))) {
                for (GenericRecord row :
                        ParquetFiles.decode(SHAPE.fileSchema(), store.get(SHAPE.folder() + "/" + file.path()))) {
                    numbers.add((Long) row.get("number"));
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }

    static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    /** Versions in the log; they are 0, 1, 2... without a gap where nothing went wrong. */
    List<Long> versions() throws StoreFailure {
        return store.list(SHAPE.folder() + "/_delta_log/", "").stream()
                .map(object -> object.key().substring(object.key().lastIndexOf('/') + 1))
                .filter(name -> name.matches("\\d{20}\\.json"))
                .map(name -> Long.parseLong(name.substring(0, 20)))
                .toList();
    }

    /** How many data files the log does not name. */
    long orphans(Collection<LiveFile> ever, String source) throws StoreFailure {
        Set<String> named = new HashSet<>();
        ever.forEach(file -> named.add(SHAPE.folder() + "/" + file.path()));
        return store.list(SHAPE.folder() + "/" + partition(source).folder(), "").stream()
                .filter(object -> !named.contains(object.key()))
                .count();
    }
}
