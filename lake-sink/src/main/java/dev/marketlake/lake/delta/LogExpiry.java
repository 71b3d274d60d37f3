package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the beginning of a log, oldest first, up to a checkpoint that was proven to hold all of it: wherever that breaks off, what is left
 * is a whole log. For one thread.
 */
final class LogExpiry {
    private static final Logger LOG = LoggerFactory.getLogger(LogExpiry.class);

    private final ObjectStore store;
    private final KernelLog kernel;
    private final String table;

    LogExpiry(ObjectStore store, KernelLog kernel, String table) {
        this.store = store;
        this.kernel = kernel;
        this.table = table;
    }

    long expire(Instant before, Set<Long> kept) throws StoreFailure {
        LogFolder folder = LogFolder.list(store, table);
        TableLog log = TableLog.list(store, kernel, table);
        Optional<Long> start = log.versions().stream()
                .filter(version -> version.committedAt().isBefore(before))
                .map(TableLog.Version::number)
                .filter(folder.checkpoints()::containsKey)
                .max(Long::compare);
        if (start.isEmpty() || folder.entries().firstKey() >= start.get()) {
            return 0;
        }
        prove(log, folder, start.get());
        long removed = 0;
        for (StoredObject object : expired(folder, start.get(), kept)) {
            store.delete(object.key());
            removed++;
        }
        LOG.info("{}: its log begins at version {} now; {} objects removed", table, start.get(), removed);
        return removed;
    }

    /** The checkpoint holds what the one before it and the entries in between say. */
    private void prove(TableLog log, LogFolder folder, long version) throws StoreFailure {
        boolean isProvable = folder.checkpoints().lowerKey(version) != null
                || folder.entries().firstKey() == 0;
        if (isProvable && !log.memory(version).equals(log.memoryWithoutCheckpointOf(version))) {
            throw new IllegalStateException("the checkpoint of version " + version + " of " + table
                    + " does not hold what the log before it says: nothing is removed. Remedy: delete that checkpoint");
        }
    }

    private static List<StoredObject> expired(LogFolder folder, long start, Set<Long> kept) {
        Map<Long, List<StoredObject>> old = new TreeMap<>();
        folder.entries().headMap(start).forEach((version, object) -> add(version, object, old));
        folder.checksums().headMap(start).forEach((version, object) -> add(version, object, old));
        folder.checkpoints().headMap(start).forEach((version, parts) -> parts.forEach(part -> add(version, part, old)));
        for (long version : kept) {
            Long base = folder.checkpoints().floorKey(version);
            for (long needed = base == null ? 0 : base; needed <= version; needed++) {
                old.remove(needed);
            }
        }
        return old.values().stream().flatMap(List::stream).toList();
    }

    private static void add(long version, StoredObject object, Map<Long, List<StoredObject>> to) {
        to.computeIfAbsent(version, v -> new ArrayList<>()).add(object);
    }
}
