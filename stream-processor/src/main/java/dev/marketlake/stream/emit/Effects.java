package dev.marketlake.stream.emit;

import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.StoredBar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What taking one record, or one flush, changes: rows to send and bars to save. Held back until all of it has been worked out, so that a
 * record is taken whole or not at all, and a bar is saved once however often it changed. Used by one thread.
 */
public final class Effects {
    private final List<Row> rows = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Runnable> actions = new ArrayList<>();
    private long now;

    private record Change(
            BarSeries series, BarCell cell, @Nullable StoredBar before) {}

    /** Starts afresh. @param processingTime microseconds since the epoch, UTC */
    public void begin(long processingTime) {
        clear();
        now = processingTime;
    }

    /** Processing time, microseconds since the epoch, UTC. */
    public long now() {
        return now;
    }

    public void emit(Row row) {
        rows.add(row);
    }

    /** Has something done when the effects are released, and not where they are undone. */
    public void onRelease(Runnable action) {
        actions.add(action);
    }

    /** Puts a new bar into its series. */
    public BarCell insert(BarSeries series, int index, StoredBar bar) {
        BarCell cell = series.insert(index, bar);
        note(series, cell, null);
        return cell;
    }

    /** Changes what is stored of a bar; the very same object changes nothing. */
    public void store(BarSeries series, BarCell cell, StoredBar next) {
        if (next == cell.stored()) {
            return;
        }
        if (!cell.changed()) {
            note(series, cell, cell.stored());
        }
        cell.store(next);
    }

    private void note(BarSeries series, BarCell cell, @Nullable StoredBar before) {
        changes.add(new Change(series, cell, before));
        cell.markChanged(true);
    }

    /** Saves the bars and sends the rows, in the order they were worked out. */
    public void release(BarSeriesStore store, Consumer<Row> sender) {
        changes.forEach(change -> store.save(change.series(), change.cell()));
        actions.forEach(Runnable::run);
        rows.forEach(sender);
        clear();
    }

    /** Takes every change to bars back and drops the rows. */
    public void undo() {
        for (Change change : changes) {
            if (change.before() == null) {
                change.series().remove(change.series().find(change.cell().openTime()));
            } else {
                change.cell().store(change.before());
            }
        }
        clear();
    }

    private void clear() {
        rows.clear();
        changes.forEach(change -> change.cell().markChanged(false));
        changes.clear();
        actions.clear();
    }
}
