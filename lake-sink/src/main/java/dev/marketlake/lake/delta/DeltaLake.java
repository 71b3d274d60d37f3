package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import io.delta.kernel.exceptions.KernelException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of one bucket. Safe for any thread. */
public final class DeltaLake {
    /** Every 20 commits the log is summed up, so that loading a table stays cheap. */
    private static final Map<String, String> PROPERTIES = Map.of("delta.checkpointInterval", "20");

    private final ObjectStore store;
    private final KernelLog log;
    private final Foothold foothold;
    private final InstantSource clock;

    public DeltaLake(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.log = new KernelLog(new StoreFiles(store));
        this.foothold = new Foothold(store);
        this.clock = clock;
    }

    /** What opening a table to write came to. */
    public sealed interface Opening {
        /** Ready. @param unknown columns the table has beyond the wanted ones; rewriting a file must keep them */
        record Opened(DeltaTable table, List<Column> unknown) implements Opening {}

        /** The table there cannot take our rows. @param reason what differs and what to do about it */
        record Incompatible(String reason) implements Opening {}
    }

    /**
     * Opens the table of a shape, makes it where it is missing, and adds columns it lacks.
     *
     * @throws StoreFailure where the store gives no answer; doing it again is safe
     * @throws TableGone where there is no bucket
     */
    public Opening open(TableShape shape) throws StoreFailure {
        try {
            return Calls.kernel(() -> {
                if (log.latest(shape.folder()).isEmpty()) {
                    create(shape);
                }
                return new TableOpening(log, foothold, clock, shape).open();
            });
        } catch (StoreFailure.NotFound e) {
            foothold.requireBucket(shape.folder());
            throw e;
        }
    }

    /** The latest version of a table; empty where there is none. @throws StoreFailure where the store gives no answer */
    public Optional<TableState> read(String folder) throws StoreFailure {
        return Calls.kernel(() -> log.latest(folder).map(snapshot -> KernelState.of(log, snapshot)));
    }

    /**
     * A version of a table; empty where there is no table.
     *
     * @throws StoreFailure where the store gives no answer
     * @throws VersionGone where the log does not have this version, or no longer
     */
    public Optional<TableState> read(String folder, long version) throws StoreFailure {
        try {
            return Calls.kernel(() -> log.at(folder, version).map(snapshot -> KernelState.of(log, snapshot)));
        } catch (KernelException e) {
            throw new VersionGone(folder, version, e);
        }
    }

    /**
     * Writes a checkpoint of a version, where there is none yet: readers of that version need nothing older of the log then.
     *
     * @throws StoreFailure where the store gives no answer; doing it again is safe
     * @throws VersionGone as above
     */
    public void checkpoint(String folder, long version) throws StoreFailure {
        try {
            Calls.kernel(() -> {
                log.at(folder, version).ifPresent(log::checkpoint);
                return true;
            });
        } catch (KernelException e) {
            throw new VersionGone(folder, version, e);
        }
    }

    /** The history of a table, as it is now; without versions where there is no table. @throws StoreFailure as above */
    public TableLog log(String folder) throws StoreFailure {
        return TableLog.list(store, log, folder);
    }

    /**
     * Removes what the log holds of versions that were replaced before {@code before}, as far as a checkpoint behind them allows.
     *
     * @param kept versions that stay readable all the same
     * @return how many objects of the log went
     * @throws StoreFailure where the store gives no answer; doing it again is safe
     * @throws IllegalStateException where the checkpoint does not hold what the entries before it say; nothing is removed then
     */
    public long expireLog(String folder, Instant before, Set<Long> kept) throws StoreFailure {
        return new LogExpiry(store, log, folder).expire(before, kept);
    }

    private void create(TableShape shape) {
        try {
            log.create(shape, PROPERTIES);
        } catch (RuntimeException e) {
            if (log.latest(shape.folder()).isEmpty()) {
                throw e;
            }
            // Another instance made it, or our put landed and its reply was lost: the shape is compared next either
            // way.
        }
    }
}
