package dev.marketlake.lake.maintain;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.TableLog;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.PartitionField;
import dev.marketlake.lake.table.TableRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes data files that no version within the retention and no named snapshot has, and what no version ever had. How a file that is still
 * to be committed stays: its writer must commit it soon after it was put ({@link dev.marketlake.lake.delta.NewFile#GOOD_FOR}), orphans are
 * only what is much older, and before any of them goes the log goes on by a version, so that a put on its way since then is lost and its
 * writer looks at the age of its files again. For one thread.
 */
public final class Vacuum {
    private static final Logger LOG = LoggerFactory.getLogger(Vacuum.class);
    private static final int EXAMPLES = 20;

    private final ObjectStore store;
    private final DeltaLake lake;
    private final NamedSnapshots snapshots;
    private final InstantSource clock;
    private final Retention retention;

    public Vacuum(ObjectStore store, InstantSource clock, Retention retention) {
        this.store = store;
        this.lake = new DeltaLake(store, clock);
        this.snapshots = new NamedSnapshots(store, clock);
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * What goes of a table.
     *
     * @param retired files that left it before the retention
     * @param orphans files that no version has
     * @param first of their keys
     */
    public record Report(String table, long retired, long orphans, long bytes, List<String> first) {}

    /** What may go. */
    private record Waste(List<StoredObject> retired, List<StoredObject> orphans) {
        static final Waste NONE = new Waste(List.of(), List.of());

        List<StoredObject> all() {
            List<StoredObject> all = new ArrayList<>(retired);
            all.addAll(orphans);
            return all;
        }

        Report report(LakeTable table) {
            return new Report(
                    table.name(),
                    retired.size(),
                    orphans.size(),
                    all().stream().mapToLong(StoredObject::bytes).sum(),
                    all().stream().map(StoredObject::key).limit(EXAMPLES).toList());
        }
    }

    /** Says what would go, and removes nothing. Throws as {@link #vacuum} does. */
    public Report look(LakeTable table) throws StoreFailure {
        return waste(table).report(table);
    }

    /**
     * Removes it.
     *
     * @throws StoreFailure where the store gives no answer: some of it may have gone, doing it again is safe
     * @throws IllegalStateException where the log does not tell what left the table within the retention; nothing is removed
     * @throws dev.marketlake.lake.delta.VersionGone where a named snapshot cannot be read; nothing is removed
     */
    public Report vacuum(LakeTable table) throws StoreFailure {
        Waste waste = waste(table);
        if (!waste.orphans().isEmpty()) {
            waste = new Waste(waste.retired(), without(fenced(table), table, waste.orphans()));
        }
        for (StoredObject object : waste.all()) {
            store.delete(object.key());
        }
        Report report = waste.report(table);
        if (!waste.all().isEmpty()) {
            LOG.info("{}: {} retired files and {} orphans removed", table.name(), report.retired(), report.orphans());
        }
        return report;
    }

    private Waste waste(LakeTable table) throws StoreFailure {
        Instant now = clock.instant();
        // First the objects: what is put and committed afterwards is none of our business.
        List<StoredObject> objects = store.walk(table.folder() + "/").stream()
                .filter(object -> !object.key().startsWith(table.folder() + "/_delta_log/"))
                .toList();
        Optional<TableState> state = lake.read(table.folder());
        if (state.isEmpty()) {
            return Waste.NONE;
        }
        Set<String> kept = new HashSet<>(snapshots.files(table));
        state.get().files().stream().map(LiveFile::path).forEach(kept::add);
        List<StoredObject> left = objects.stream()
                .filter(object -> !kept.contains(path(table, object)))
                .toList();
        return left.isEmpty() ? Waste.NONE : sorted(table, left, now);
    }

    private Waste sorted(LakeTable table, List<StoredObject> left, Instant now) throws StoreFailure {
        TableLog log = lake.log(table.folder());
        Instant since = now.minus(retention.versions());
        requireReach(table, log, since);
        Map<String, Instant> removals = log.removals();
        List<StoredObject> retired = new ArrayList<>();
        List<StoredObject> orphans = new ArrayList<>();
        for (StoredObject object : left) {
            Instant removed = removals.get(path(table, object));
            if (removed != null && removed.isBefore(since)) {
                retired.add(object);
            } else if (removed == null && object.modified().isBefore(now.minus(retention.orphans()))) {
                orphans.add(object);
            }
        }
        return new Waste(retired, orphans);
    }

    private static void requireReach(LakeTable table, TableLog log, Instant since) {
        TableLog.Version first = log.versions().getFirst();
        if (first.number() > 0 && first.committedAt().isAfter(since)) {
            throw new IllegalStateException("the log of " + table.name() + " reaches back to " + first.committedAt()
                    + " alone, and the retention to " + since + ": give a shorter retention");
        }
    }

    /** The table with a version put after its orphans were found. */
    private TableState fenced(LakeTable table) throws StoreFailure {
        List<PartitionField> partitions = lake.read(table.folder()).orElseThrow().partitionedBy().stream()
                .map(column -> PartitionField.of(column).orElseThrow())
                .toList();
        Opening opening = lake.open(TableRows.of(table, partitions).shape());
        if (!(opening instanceof Opening.Opened)) {
            throw new IllegalStateException(((Opening.Incompatible) opening).reason());
        }
        DeltaTable open = ((Opening.Opened) opening).table();
        if (open.fence() instanceof CommitOutcome.Unknown nobodyKnows) {
            throw new StoreFailure.Unavailable(
                    "the store does not say whether the log of " + table.name() + " went on: nothing is removed",
                    nobodyKnows.cause());
        }
        return open.state();
    }

    private static List<StoredObject> without(TableState state, LakeTable table, List<StoredObject> orphans) {
        Set<String> live = new HashSet<>();
        state.files().stream().map(LiveFile::path).forEach(live::add);
        return orphans.stream()
                .filter(object -> !live.contains(path(table, object)))
                .toList();
    }

    private static String path(LakeTable table, StoredObject object) {
        return object.key().substring(table.folder().length() + 1);
    }
}
