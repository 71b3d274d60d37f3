package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.write.PackedRows;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of partitions that were written lately, so that the next flush need not read their files again. Valid only for the very files they
 * were written to. Where there is no room left, partitions that neither this flush nor the one before it wrote go, longest unused first; if
 * that is not enough, what comes is not kept: flushes go round over the same partitions, and to drop one of these would keep none of them to
 * the next round. Not for several threads.
 */
final class OpenRows {
    /** Room a partition takes beside its rows: its name, its file's, and what holds them. */
    static final int ENTRY = 600;

    private final long limit;
    private final LinkedHashMap<Partition, Held> held = new LinkedHashMap<>();
    private long bytes;
    private long flush;

    private record Held(Set<String> files, PackedRows rows, long flush) {
        long bytes() {
            return room(rows);
        }
    }

    /** @param limit most bytes to keep; 0 keeps none */
    OpenRows(long limit) {
        this.limit = limit;
    }

    /** The rows of exactly these files; empty where they are not at hand. */
    Optional<PackedRows> of(Partition partition, List<LiveFile> files) {
        Held known = held.get(partition);
        return known != null && known.files.equals(paths(files)) ? Optional.of(known.rows) : Optional.empty();
    }

    /** Remembers what the partitions of one flush hold, now that the log says so. */
    void keep(Collection<Rewrite> rewrites) {
        flush++;
        rewrites.forEach(rewrite -> drop(rewrite.partition()));
        rewrites.forEach(this::keep);
    }

    private void keep(Rewrite rewrite) {
        long room = room(rewrite.rows());
        if (room > limit) {
            return;
        }
        Iterator<Held> oldest = held.values().iterator();
        while (bytes + room > limit && oldest.hasNext()) {
            Held one = oldest.next();
            if (one.flush >= flush - 1) {
                return;
            }
            bytes -= one.bytes();
            oldest.remove();
        }
        List<LiveFile> now = rewrite.file().map(NewFile::file).stream().toList();
        held.put(rewrite.partition(), new Held(paths(now), rewrite.rows(), flush));
        bytes += room;
    }

    private void drop(Partition partition) {
        Held known = held.remove(partition);
        bytes -= known == null ? 0 : known.bytes();
    }

    void clear() {
        held.clear();
        bytes = 0;
    }

    private static long room(PackedRows rows) {
        return rows.bytes() + ENTRY;
    }

    private static Set<String> paths(List<LiveFile> files) {
        return files.stream().map(LiveFile::path).collect(Collectors.toUnmodifiableSet());
    }
}
