package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the keys of one table partition; of several changes of a key the last one counts. Rows wait as they came, without their
 * keys, which would take nearly as much room as they do: they are put in order when they are asked for. All rows of a key wait until then. Not for several threads.
 */
final class KeyChanges {
    private final List<PackedRow> rows = new ArrayList<>();
    /** How many rows had come when a key was withdrawn last. */
    private final Map<RowKey, Integer> withdrawn = new HashMap<>();

    /**
     * What becomes of a key.
     *
     * @param at rows that had come before
     * @param row from now on; null where the key has none any more
     */
    record Change(RowKey key, int at, @Nullable PackedRow row) {
        private static final Comparator<Change> ORDER =
                Comparator.comparing(Change::key).thenComparingInt(Change::at);
    }

    /** This is its key's row from now on. */
    void keep(PackedRow row) {
        rows.add(row);
    }

    /** The key has no row any more. */
    void withdraw(RowKey key) {
        withdrawn.put(key, rows.size());
    }

    /** One change of each key, in the order of the keys. @param key of a row */
    List<Change> inOrder(Function<PackedRow, RowKey> key) {
        List<Change> all = new ArrayList<>(withdrawn.size() + rows.size());
        // Before the rows: the sort leaves a key that was withdrawn, and then given this very row, in that order.
        withdrawn.forEach((gone, at) -> all.add(new Change(gone, at, null)));
        for (PackedRow row : rows) {
            all.add(new Change(key.apply(row), all.size() - withdrawn.size(), row));
        }
        all.sort(Change.ORDER);
        return lastOfEach(all);
    }

    private static List<Change> lastOfEach(List<Change> all) {
        List<Change> last = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (i + 1 == all.size() || !all.get(i).key().equals(all.get(i + 1).key())) {
                last.add(all.get(i));
            }
        }
        return last;
    }
}
