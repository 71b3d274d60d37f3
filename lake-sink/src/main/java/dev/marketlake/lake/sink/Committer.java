package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.sink.ChangeWriter.Written;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.TableRows;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of one sink: opens it, and brings batches in. For one thread. */
final class Committer {
    private final DeltaLake lake;
    private final ChangeWriter writer;
    private final SinkMeters meters;
    private TableRows rows;
    private @Nullable DeltaTable table;
    private @Nullable Written written;

    Committer(DeltaLake lake, ChangeWriter writer, SinkMeters meters, TableRows rows) {
        this.lake = lake;
        this.writer = writer;
        this.meters = meters;
        this.rows = rows;
    }

    /** What became of a batch. */
    enum Result {
        /** It is in the table. */
        LANDED,
        /** Another writer was faster: drop it and go on from the log. */
        DROP,
        /** Not known: keep it, read nothing more, and ask again. */
        UNKNOWN
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

    /** Brings a batch in. Called again with the same batch, it goes on where it stopped. @throws StoreFailure where files could not be put */
    Result commit(Batch batch) throws StoreFailure {
        DeltaTable open = opened();
        Timer.Sample since = meters.start();
        Written files = written == null ? writer.write(rows, open.state(), batch) : written;
        written = files;
        return switch (open.commit(files.change())) {
            case CommitOutcome.Committed done -> {
                writer.remember(files);
                written = null;
                meters.committed(batch, files.change(), since);
                yield Result.LANDED;
            }
            case CommitOutcome.AlreadyCommitted done -> {
                forget();
                meters.committed(batch, files.change(), since);
                yield Result.LANDED;
            }
            case CommitOutcome.Conflict lost -> {
                forget();
                meters.dropped();
                yield Result.DROP;
            }
            case CommitOutcome.Unknown nobodyKnows -> Result.UNKNOWN;
        };
    }

    /** Reads the log for the latest version. */
    TableState refresh() throws StoreFailure {
        return opened().refresh();
    }

    private DeltaTable opened() {
        if (table == null) {
            throw new IllegalStateException(rows.table().name() + " is not open");
        }
        return table;
    }
}
