package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.StoreFailure;
import io.delta.kernel.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A snapshot of Kernel's with its live files read, and the watermarks it was asked for. Safe for any thread. */
final class KernelState implements TableState {
    private final KernelLog log;
    private final Snapshot snapshot;
    private final Map<Partition, List<LiveFile>> files;
    private final Map<String, OptionalLong> watermarks;

    private KernelState(
            KernelLog log,
            Snapshot snapshot,
            Map<Partition, List<LiveFile>> files,
            Map<String, OptionalLong> watermarks) {
        this.log = log;
        this.snapshot = snapshot;
        this.files = files;
        this.watermarks = watermarks;
    }

    /** Reads the live files from the log. */
    static KernelState of(KernelLog log, Snapshot snapshot) {
        Map<Partition, List<LiveFile>> files = new HashMap<>();
        for (LiveFile file : log.liveFiles(snapshot).values()) {
            files.computeIfAbsent(file.partition(), p -> new ArrayList<>()).add(file);
        }
        return new KernelState(log, snapshot, files, new HashMap<>());
    }

    /** The state after {@code change} was committed on this one as {@code committed}, without reading the log again. */
    KernelState after(TableChange change, Snapshot committed) {
        Map<Partition, List<LiveFile>> next = new HashMap<>(files);
        change.rewritten().forEach(next::remove);
        change.adds().forEach(added -> add(added.file(), next));
        Map<String, OptionalLong> marks = new HashMap<>(known());
        change.progress().forEach(source -> marks.put(source.id(), OptionalLong.of(source.next())));
        return new KernelState(log, committed, next, marks);
    }

    /** The same after a swap. */
    KernelState after(Swap swap, Snapshot committed) {
        Map<Partition, List<LiveFile>> next = new HashMap<>(files);
        for (LiveFile removed : swap.removes()) {
            next.computeIfPresent(removed.partition(), (partition, before) -> {
                List<LiveFile> after = new ArrayList<>(before);
                after.removeIf(file -> file.path().equals(removed.path()));
                return after.isEmpty() ? null : after;
            });
        }
        swap.adds().forEach(added -> add(added.file(), next));
        return new KernelState(log, committed, next, new HashMap<>(known()));
    }

    private static void add(LiveFile file, Map<Partition, List<LiveFile>> to) {
        to.compute(file.partition(), (partition, before) -> {
            List<LiveFile> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
            after.add(file);
            return after;
        });
    }

    /** The same files and watermarks with another snapshot of Kernel's: one that starts at a new checkpoint, or of a version without changes. */
    KernelState on(Snapshot same) {
        return new KernelState(log, same, files, new HashMap<>(known()));
    }

    /** Whether {@code other} is a version of this very table and not of one made anew in its place. */
    boolean isOfTheSameTable(Snapshot other) {
        return other.getMetadata().getId().equals(snapshot.getMetadata().getId());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    private synchronized Map<String, OptionalLong> known() {
        return Map.copyOf(watermarks);
    }

    @Override
    public long version() {
        return snapshot.getVersion();
    }

    @Override
    public Collection<LiveFile> files() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<LiveFile> files(Partition partition) {
        return List.copyOf(files.getOrDefault(partition, List.of()));
    }

    @Override
    public synchronized OptionalLong watermark(String id) throws StoreFailure {
        OptionalLong known = watermarks.get(id);
        if (known == null) {
            known = Calls.kernel(() -> log.watermark(snapshot, id));
            watermarks.put(id, known);
        }
        return known;
    }

    @Override
    public List<TypedColumn> columns() {
        return snapshot.getSchema().fields().stream()
                .map(field ->
                        new TypedColumn(field.getName(), field.getDataType().toString()))
                .toList();
    }

    @Override
    public List<String> partitionedBy() {
        return snapshot.getPartitionColumnNames();
    }
}
