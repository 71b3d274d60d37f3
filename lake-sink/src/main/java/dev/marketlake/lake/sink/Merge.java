package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a partition holds after changes, in the order of the keys. For one thread. */
final class Merge {
    private final Iterator<Map.Entry<RowKey, Optional<PackedRow>>> changes;
    private final List<PackedRow> rows = new ArrayList<>();
    private Map.@Nullable Entry<RowKey, Optional<PackedRow>> next;
    private boolean touched;
    private @Nullable RowKey last;

    private Merge(SortedMap<RowKey, Optional<PackedRow>> changes) {
        this.changes = changes.entrySet().iterator();
        advance();
    }

    /**
     * Goes over both once.
     *
     * @param before its rows, one of each key, in the order of the keys
     * @param changes the row of a key from now on; empty where it has none any more
     * @return empty where nothing changes
     * @throws IllegalStateException where rows are in another order: a key could come out twice
     */
    static Optional<List<PackedRow>> of(
            Iterable<PackedRow> before,
            Function<PackedRow, RowKey> key,
            SortedMap<RowKey, Optional<PackedRow>> changes) {
        Merge merge = new Merge(changes);
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
            int order = next.getKey().compareTo(key);
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

    private void takeChange(Map.Entry<RowKey, Optional<PackedRow>> change, boolean replaces) {
        change.getValue().ifPresent(rows::add);
        touched |= replaces || change.getValue().isPresent();
        advance();
    }

    private void advance() {
        next = changes.hasNext() ? changes.next() : null;
    }
}
