package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.sink.ChangeWriter.Written;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The table of one sink: opens it, and brings batches in. For one thread. */
final class Committer {
    private static final int MOST_FAULTS = 5;

    private final DeltaLake lake;
    private final ChangeWriter writer;
    private final SinkMeters meters;
    private final Gate gate;
    private final Announcer announcer;
    private TableRows rows;
    private @Nullable DeltaTable table;
    private @Nullable Written written;
    private int faults;

    Committer(DeltaLake lake, ChangeWriter writer, Gate gate, SinkMeters meters, Announcer announcer, TableRows rows) {
        this.lake = lake;
        this.announcer = announcer;
        this.gate = gate;
        this.writer = writer;
        this.meters = meters;
        this.rows = rows;
    }

    /** What became of a batch. */
    sealed interface Result {
        /** It is in the table. */
        record Landed() implements Result {}

        /** Another writer was faster: drop it and go on from the log. */
        record Overtaken() implements Result {}

        /** It must not be published: keep it, and ask again later. @param reason the checks that do not pass */
        record Held(String reason) implements Result {}

        /** Not known: keep it, read nothing more, and ask again. @param reason why */
        record Unknown(String reason) implements Result {}

        /** It fails again and again, and not because of the store. @param reason why */
        record Hopeless(String reason) implements Result {}
    }

    TableRows rows() {
        return rows;
    }

    /** The table's latest version this sink knows of; empty before it was opened. */
    Optional<TableState> state() {
        return Optional.ofNullable(table).map(DeltaTable::state);
    }

    /** Opens the table with these rows, making or widening it. @return why that cannot be; empty where it is open */
    Optional<String> open(TableRows wanted) throws StoreFailure {
        return switch (lake.open(wanted.shape())) {
            case Opening.Incompatible different -> Optional.of(different.reason());
            case Opening.Opened opened -> {
                table = opened.table();
                rows = wanted.carrying(opened.unknown());
                forget();
                yield Optional.empty();
            }
        };
    }

    /** Whether a batch waits for its outcome; it must not grow. */
    boolean isUnresolved() {
        return written != null;
    }

    /** Drops what is in memory about files, and the files written for a batch that is dropped. */
    void forget() {
        written = null;
        writer.forget();
    }

    /**
     * Brings a batch in. Called again with the same batch, it goes on where it stopped.
     *
     * @throws StoreFailure where files could not be put
     * @throws dev.marketlake.lake.delta.TableGone where there is nothing left to bring it into
     */
    Result commit(Batch batch) throws StoreFailure {
        DeltaTable open = opened();
        Timer.Sample since = meters.start();
        if (written == null) {
            Optional<String> held = gate.upstream(name());
            if (held.isPresent() && batch.changes() > 0) {
                return new Result.Held(held.get());
            }
            try {
                Written audited = writer.write(rows, open.state(), batch);
                held = gate.audit(name(), open.state(), audited.change(), audited.rows());
                if (held.isPresent()) {
                    return new Result.Held(held.get());
                }
                gate.settle();
                written = audited;
            } catch (StoreFailure.NotFound e) {
                if (isBehind(open)) {
                    forget();
                    meters.dropped();
                    return new Result.Overtaken();
                }
                throw e;
            }
        }
        Written files = written;
        CommitOutcome outcome = open.commit(files.change());
        faults = outcome instanceof CommitOutcome.Unknown ? faults : 0;
        return switch (outcome) {
            case CommitOutcome.Committed done -> {
                writer.remember(files);
                written = null;
                meters.committed(batch, files.change(), since);
                announcer.committed(
                        rows.table(),
                        batch,
                        files.change(),
                        done.state(),
                        OptionalLong.of(done.state().version()));
                yield new Result.Landed();
            }
            case CommitOutcome.AlreadyCommitted done -> {
                forget();
                meters.committed(batch, files.change(), since);
                announcer.committed(rows.table(), batch, files.change(), done.state(), OptionalLong.empty());
                yield new Result.Landed();
            }
            case CommitOutcome.Conflict lost -> {
                forget();
                meters.dropped();
                yield new Result.Overtaken();
            }
            case CommitOutcome.Unknown nobodyKnows -> unknown(nobodyKnows.cause());
        };
    }

    private String name() {
        return rows.table().name();
    }

    /** Whether the log has gone on: then a file that is not there may have been replaced, and removed since. */
    private static boolean isBehind(DeltaTable open) throws StoreFailure {
        long known = open.state().version();
        return open.refresh().version() > known;
    }

    private Result unknown(Exception cause) {
        if (StoreFailure.in(cause) != null) {
            faults = 0;
            return new Result.Unknown("the store does not say whether a commit landed: " + Fault.rootOf(cause));
        }
        faults++;
        String reason = "a commit failed, and not because of the store: " + Fault.rootOf(cause);
        return faults < MOST_FAULTS
                ? new Result.Unknown(reason)
                : new Result.Hopeless(
                        reason + ", " + faults + " times running. Remedy: see the sink's log; its rows are"
                                + " still in Kafka and are read again after a restart");
    }

    /**
     * Brings the table to its latest version, and opens it anew where another writer has changed its columns.
     *
     * @return why rows cannot go in any more; empty where they can
     */
    Optional<String> catchUp() throws StoreFailure {
        forget();
        gate.dropped(name());
        if (table == null) {
            return open(rows);
        }
        table.refresh();
        return table.isOutdated() ? open(rows) : Optional.empty();
    }

    private DeltaTable opened() {
        if (table == null) {
            throw new IllegalStateException(rows.table().name() + " is not open");
        }
        return table;
    }
}
