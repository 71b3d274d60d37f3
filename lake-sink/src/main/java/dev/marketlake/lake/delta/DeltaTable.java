package dev.marketlake.lake.delta;

import dev.marketlake.lake.delta.CommitOutcome.AlreadyCommitted;
import dev.marketlake.lake.delta.CommitOutcome.Committed;
import dev.marketlake.lake.delta.CommitOutcome.Conflict;
import dev.marketlake.lake.delta.CommitOutcome.Unknown;
import dev.marketlake.lake.delta.TableState.TypedColumn;
import dev.marketlake.lake.store.StoreFailure;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TransactionCommitResult;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table opened to write. One writer per object, so not for several threads; any number of other writers may be at the same table.
 *
 * <p>A commit is one conditional put. Whatever goes wrong with it, the log is read again and {@link Standing} says what to do; the reply
 * of the store itself is never trusted to mean failure.
 */
public final class DeltaTable {
    private static final Logger LOG = LoggerFactory.getLogger(DeltaTable.class);
    /** Other writers may win that often in a row before the caller gets a chance to do something else. */
    private static final int TRIES = 25;

    private final KernelLog log;
    private final Foothold foothold;
    private final InstantSource clock;
    private final TableShape shape;
    private final List<TypedColumn> columns;
    private KernelState state;

    DeltaTable(KernelLog log, Foothold foothold, InstantSource clock, TableShape shape, KernelState state) {
        this.log = log;
        this.foothold = foothold;
        this.clock = clock;
        this.shape = shape;
        this.columns = state.columns();
        this.state = state;
    }

    public TableShape shape() {
        return shape;
    }

    /** The latest version this object knows of; asks nobody. */
    public TableState state() {
        return state;
    }

    /** Whether another writer has changed the columns since this object was opened: it cannot write until the table is opened again. */
    public boolean isOutdated() {
        return !columns.equals(state.columns());
    }

    /** Reads the log for the latest version. @throws StoreFailure where the store gives no answer @throws TableGone where it is gone */
    public TableState refresh() throws StoreFailure {
        try {
            state = Calls.kernel(() -> KernelState.of(log, latest()));
        } catch (StoreFailure.NotFound e) {
            require();
            throw e;
        }
        return state;
    }

    /** Makes sure the version this object stands on is still there. @throws TableGone where it is not */
    public void require() throws StoreFailure {
        foothold.require(shape.folder(), state.version());
    }

    /**
     * Commits a change whose files are in the store already. Files of a change that does not land stay behind as orphans: a put still on
     * its way may name them, so they are never deleted here.
     *
     * @throws TableGone where the table is not there any more
     */
    public CommitOutcome commit(TableChange change) {
        return propose(new Proposal() {
            @Override
            public Standing standing() throws StoreFailure {
                return Standing.of(change, columns, state).unlessTooOld(change.adds(), clock.instant());
            }

            @Override
            public void put() {
                append(
                        log.commit(state.snapshot(), change, clock.instant()),
                        committed -> state.after(change, committed));
            }
        });
    }

    /** Commits a swap of files, as {@link #commit} does a change. Committed again, the same swap has landed already. */
    public CommitOutcome swap(Swap swap) {
        return propose(new Proposal() {
            @Override
            public Standing standing() {
                return isOutdated()
                        ? Standing.OVERTAKEN
                        : swap.standing(state).unlessTooOld(swap.adds(), clock.instant());
            }

            @Override
            public void put() {
                append(log.swap(state.snapshot(), swap, clock.instant()), committed -> state.after(swap, committed));
            }
        });
    }

    /**
     * Makes sure that the log has gone on from the version this object stands on, by a version without any change where nobody else commits:
     * whoever is about to put the next version on top of what was the latest until now loses, and looks at the log again.
     */
    public CommitOutcome fence() {
        long before = state.version();
        return propose(new Proposal() {
            @Override
            public Standing standing() {
                return state.version() > before ? Standing.LANDED : Standing.FREE;
            }

            @Override
            public void put() {
                append(log.fence(state.snapshot()), state::on);
            }
        });
    }

    /** Something to commit, looked at anew each time the log has been read. */
    private interface Proposal {
        Standing standing() throws StoreFailure;

        /** One conditional put on the present state. */
        void put();
    }

    private CommitOutcome propose(Proposal proposal) {
        Exception last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                if (attempt > 0) {
                    refresh();
                }
                switch (proposal.standing()) {
                    case LANDED -> {
                        return new AlreadyCommitted(state);
                    }
                    case OVERTAKEN -> {
                        return new Conflict(
                                state,
                                "another writer committed to " + shape.folder() + " before version " + state.version());
                    }
                    case TOO_OLD -> {
                        return new Conflict(
                                state,
                                "its files are older than " + NewFile.GOOD_FOR + " and may have been cleaned up");
                    }
                    case FREE -> require();
                }
                proposal.put();
                return new Committed(state);
            } catch (TableGone e) {
                throw e;
            } catch (StoreFailure | RuntimeException e) {
                LOG.info("{}: commit on version {} not confirmed: {}", shape.folder(), state.version(), e.toString());
                last = e;
                StoreFailure failure = StoreFailure.in(e);
                if (attempt > 0 && (failure == null || !isRace(failure))) {
                    return new Unknown(e);
                }
            }
        }
        return new Unknown(last == null ? new IllegalStateException("never tried") : last);
    }

    /** Losing a race costs another try at once; a store that does not answer costs a pause, which is the caller's. */
    private static boolean isRace(StoreFailure failure) {
        return failure instanceof StoreFailure.AlreadyExists || failure instanceof StoreFailure.Conflict;
    }

    private void append(TransactionCommitResult result, Function<Snapshot, KernelState> after) {
        KernelState committed = after.apply(result.getPostCommitSnapshot()
                .orElseThrow(() -> new IllegalStateException("no snapshot after a commit")));
        state = log.runHooks(result) ? sinceCheckpoint(committed) : committed;
    }

    /**
     * Starts at the new checkpoint, so that the list of log files does not grow; where it could not be written, at the latest there is: log
     * expiry may have removed what the old snapshot starts at. Where that fails the old one serves on.
     */
    private KernelState sinceCheckpoint(KernelState committed) {
        try {
            Snapshot fresh = latest();
            return fresh.getVersion() == committed.version() ? committed.on(fresh) : committed;
        } catch (RuntimeException e) {
            LOG.info("{}: not reloaded at its checkpoint: {}", shape.folder(), e.toString());
            return committed;
        }
    }

    private Snapshot latest() {
        return log.latest(shape.folder())
                .filter(found -> found.getVersion() >= state.version() && state.isOfTheSameTable(found))
                .orElseThrow(() -> TableGone.table(shape.folder(), state.version()));
    }
}
