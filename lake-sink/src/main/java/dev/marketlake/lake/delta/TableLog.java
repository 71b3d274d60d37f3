package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import io.delta.kernel.utils.FileStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history of a table: its versions as listed at one moment, and what each of them did. Entries that log expiry has removed are no
 * longer part of it. For one thread.
 */
public final class TableLog {
    private final ObjectStore store;
    private final KernelLog kernel;
    private final String table;
    private final LogFolder folder;
    private final List<Version> versions;

    private TableLog(ObjectStore store, KernelLog kernel, String table, LogFolder folder) {
        this.store = store;
        this.kernel = kernel;
        this.table = table;
        this.folder = folder;
        this.versions = versions(folder);
    }

    static TableLog list(ObjectStore store, KernelLog kernel, String table) throws StoreFailure {
        return new TableLog(store, kernel, table, LogFolder.list(store, table));
    }

    /** @param committedAt as {@link LogEntry#committedAt()} */
    public record Version(long number, Instant committedAt) {}

    private static List<Version> versions(LogFolder folder) {
        List<Version> versions = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Map.Entry<Long, StoredObject> entry : folder.entries().entrySet()) {
            Instant put = entry.getValue().modified();
            // As Delta has it: of two versions with one time the later one is later.
            before = put.isAfter(before) ? put : before.plusMillis(1);
            if (!versions.isEmpty() && entry.getKey() != versions.getLast().number() + 1) {
                // Log expiry left it for a named snapshot: what came in between is not known.
                versions.clear();
            }
            versions.add(new Version(entry.getKey(), before));
        }
        return List.copyOf(versions);
    }

    /** Without gaps, oldest first; empty where there is no table. */
    public List<Version> versions() {
        return versions;
    }

    /** The version that was the latest at a time; empty where the log does not reach back so far. */
    public Optional<Version> at(Instant time) {
        return versions.reversed().stream()
                .filter(version -> !version.committedAt().isAfter(time))
                .findFirst();
    }

    /** What a version did. @throws StoreFailure.NotFound where its entry has been removed */
    public LogEntry entry(Version version) throws StoreFailure {
        return LogEntry.parse(version.number(), version.committedAt(), store.get(key(version.number())));
    }

    private String key(long version) {
        return LogFolder.of(table) + "%020d.json".formatted(version);
    }

    /**
     * Everything the log says at a version: its last checkpoint and the entries since.
     *
     * @throws StoreFailure.NotFound where an entry in between is missing
     */
    public LogMemory memory(long version) throws StoreFailure {
        return memory(version, folder.checkpoints().floorEntry(version));
    }

    /** The same, told by an older checkpoint, or none. */
    LogMemory memoryWithoutCheckpointOf(long version) throws StoreFailure {
        return memory(version, folder.checkpoints().lowerEntry(version));
    }

    private LogMemory memory(long version, Map.@Nullable Entry<Long, List<StoredObject>> checkpoint)
            throws StoreFailure {
        Recall recall = new Recall();
        if (checkpoint != null) {
            List<FileStatus> parts =
                    checkpoint.getValue().stream().map(kernel::status).toList();
            Calls.kernel(() -> {
                kernel.readCheckpoint(parts, recall);
                return true;
            });
        }
        for (long next = checkpoint == null ? 0 : checkpoint.getKey() + 1; next <= version; next++) {
            recall.takeIn(LogEntry.parse(next, Instant.EPOCH, store.get(key(next))));
        }
        return new LogMemory(version, recall.positions, recall.live);
    }

    /**
     * Every file that left the table, and when, by the store's clock: since then only older versions have it. Reads every entry.
     *
     * @throws StoreFailure.NotFound where an entry was removed meanwhile
     */
    public Map<String, Instant> removals() throws StoreFailure {
        Map<String, Instant> removals = new HashMap<>();
        for (Version version : versions) {
            for (LogEntry.Removed file : entry(version).removed()) {
                removals.put(file.path(), version.committedAt());
            }
        }
        return removals;
    }

    /** Puts actions together, older ones first. */
    private static final class Recall implements CheckpointTaker {
        private final Map<String, Long> positions = new HashMap<>();
        private final Set<String> live = new HashSet<>();

        @Override
        public void position(String source, long next) {
            positions.put(source, next);
        }

        @Override
        public void added(String path) {
            live.add(path);
        }

        void takeIn(LogEntry entry) {
            entry.removed().forEach(file -> live.remove(file.path()));
            entry.added().forEach(file -> live.add(file.path()));
            positions.putAll(entry.positions());
        }
    }
}
