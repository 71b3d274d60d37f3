package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a partition holds after changes, in the order of the keys. For one thread. */
final class Merge {
    private final Iterator<KeyChanges.Change> changes;
    private final List<PackedRow> rows = new ArrayList<>();
    private KeyChanges.@Nullable Change next;
    private boolean touched;
    private @Nullable RowKey last;

    private Merge(List<KeyChanges.Change> changes) {
        this.changes = changes.iterator();
        advance();
    }

    /**
     * Goes over both once.
     *
     * @param before its rows, one of each key, in the order of the keys
     * @param key of a row, before and now
     * @return empty where nothing changes
     * @throws IllegalStateException where rows are in another order: a key could come out twice
     */
    static Optional<List<PackedRow>> of(
            Iterable<PackedRow> before, Function<PackedRow, RowKey> key, KeyChanges changes) {
        Merge merge = new Merge(changes.inOrder(key));
        for (PackedRow row : before) {
            merge.take(key.apply(row), row);
        }
        while (merge.next != null) {
            merge.takeChange(merge.next, false);
        }
        return merge.touched ? Optional.of(merge.rows) : Optional.empty();
    }

    private void take(RowKey key, PackedRow row) {
        if (last != null && last.compareTo(key) >= 0) {
            throw new IllegalStateException("rows out of order: " + key + " after " + last);
        }
        last = key;
        while (next != null) {
            int order = next.key().compareTo(key);
            if (order > 0) {
                break;
            }
            takeChange(next, order == 0);
            if (order == 0) {
                return;
            }
        }
        rows.add(row);
    }

    private void takeChange(KeyChanges.Change change, boolean replaces) {
        PackedRow row = change.row();
        if (row != null) {
            rows.add(row);
        }
        touched |= replaces || row != null;
        advance();
    }

    private void advance() {
        next = changes.hasNext() ? changes.next() : null;
    }
}
