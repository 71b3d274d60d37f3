package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.table.RowKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/**
 * Rows of partitions that were written lately, so that the next flush need not read their files again. Valid only for the very files they
 * were written to; the least recently used partitions go when there are too many rows. Not for several threads.
 */
final class OpenRows {
    private final int limit;
    private final LinkedHashMap<Partition, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long rows;

    private record Held(Set<String> files, Map<RowKey, GenericRecord> rows) {}

    /** @param limit most rows to keep; 0 keeps none */
    OpenRows(int limit) {
        this.limit = limit;
    }

    /** The rows of exactly these files; empty where they are not at hand. */
    Optional<Map<RowKey, GenericRecord>> of(Partition partition, List<LiveFile> files) {
        Held known = held.get(partition);
        return known != null && known.files.equals(paths(files)) ? Optional.of(known.rows) : Optional.empty();
    }

    /** Remembers that {@code files} hold {@code rows}, now that the log says so. */
    void keep(Partition partition, List<LiveFile> files, Map<RowKey, GenericRecord> content) {
        forget(partition);
        held.put(partition, new Held(paths(files), content));
        rows += content.size();
        Iterator<Held> oldest = held.values().iterator();
        while (rows > limit && oldest.hasNext()) {
            rows -= oldest.next().rows.size();
            oldest.remove();
        }
    }

    void forget(Partition partition) {
        Held known = held.remove(partition);
        rows -= known == null ? 0 : known.rows.size();
    }

    void clear() {
        held.clear();
        rows = 0;
    }

    private static Set<String> paths(List<LiveFile> files) {
        return files.stream().map(LiveFile::path).collect(Collectors.toUnmodifiableSet());
    }
}
