package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.write.ParquetFiles;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;

/**
 * How a table ended, as a stranger finds it.
 *
 * @param version latest
 * @param rows in it
 * @param orphans data files that no version ever named
 * @param difference the first thing that is not as it must be; empty where all is
 */
record Ending(long version, long rows, long orphans, Optional<String> difference) {

    /**
     * Compares a table with what was fed to it.
     *
     * @param inputs what was fed, all to this table
     * @param versions how many commits there were, the one that made the table left out; -1 where that is open
     */
    static Ending of(ObjectStore store, List<Input> inputs, long versions) throws StoreFailure {
        Kind kind = inputs.getFirst().kind();
        WrittenLog log = WrittenLog.read(store, kind.table().folder());
        Map<String, String> found = new TreeMap<>();
        Optional<String> twice = rows(store, kind, log, found);
        Map<String, String> expected = new TreeMap<>();
        inputs.forEach(input -> expected.putAll(input.rows()));
        Optional<String> difference = Stream.of(
                        twice,
                        inRows(expected, found),
                        log.faults().stream().findFirst(),
                        versions < 0 || log.version() == versions
                                ? Optional.<String>empty()
                                : Optional.of(versions + " commits made versions up to " + log.version()),
                        inMarks(inputs, log))
                .flatMap(Optional::stream)
                .findFirst();
        return new Ending(log.version(), found.size(), orphans(store, kind.table(), log), difference);
    }

    private static Optional<String> rows(ObjectStore store, Kind kind, WrittenLog log, Map<String, String> found)
            throws StoreFailure {
        TableRows columns = TableRows.of(kind.table(), kind.table().partitions());
        Optional<String> twice = Optional.empty();
        for (var file : log.live().entrySet()) {
            byte[] content = store.get(kind.table().folder() + "/" + file.getKey());
            for (GenericRecord row : ParquetFiles.decode(columns.fileSchema(), content)) {
                String key = key(kind, file.getValue(), row);
                if (found.put(key, told(kind, row)) != null) {
                    twice = twice.or(() -> Optional.of("row " + key + " is there twice"));
                }
            }
        }
        return twice;
    }

    private static String key(Kind kind, Map<String, String> partition, GenericRecord row) {
        return switch (kind) {
            case QUOTES -> row.get("kafka_partition") + "@" + row.get("kafka_offset");
            case BARS -> partition.get("symbol") + " " + row.get("open_time");
        };
    }

    private static String told(Kind kind, GenericRecord row) {
        return switch (kind) {
            case QUOTES -> Input.quote(bytes((ByteBuffer) row.get("value")));
            case BARS ->
                Input.bar(
                        (Integer) row.get("kafka_partition"), (Long) row.get("kafka_offset"), (Long) row.get("volume"));
        };
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static Optional<String> inRows(Map<String, String> expected, Map<String, String> found) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                .map(key -> "row " + key + ": expected " + expected.get(key) + ", found " + found.get(key))
                .findFirst();
    }

    private static Optional<String> inMarks(List<Input> inputs, WrittenLog log) {
        return inputs.stream()
                .flatMap(input -> input.topic().ends().entrySet().stream())
                .filter(end -> end.getValue() > 0)
                .filter(end -> !end.getValue().equals(log.marks().get(end.getKey())))
                .map(end -> "source " + end.getKey() + " ends at " + end.getValue() + ", the log says "
                        + log.marks().get(end.getKey()))
                .findFirst();
    }

    private static long orphans(ObjectStore store, LakeTable table, WrittenLog log) throws StoreFailure {
        String prefix = table.folder() + "/";
        return store.walk(prefix).stream()
                .map(object -> object.key().substring(prefix.length()))
                .filter(path -> !path.startsWith("_delta_log/") && !log.named().contains(path))
                .count();
    }
}
