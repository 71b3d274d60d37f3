package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the keys of one table partition; of several changes of a key the last one counts. Rows that come in the order of their
 * keys, as nearly all do, wait without them, for a key takes nearly as much room as its row. Not for several threads.
 */
final class KeyChanges {
    /** Rows in the order of their keys, each after all before it. */
    private final List<PackedRow> run = new ArrayList<>();
    /** Everything else; what it says of a key is newer than what the run says. */
    private final SortedMap<RowKey, Optional<PackedRow>> others = new TreeMap<>();

    private @Nullable RowKey lastOfRun;

    /** What becomes of a key. @param row from now on; empty where the key has none any more */
    record Change(RowKey key, Optional<PackedRow> row) {}

    /** This is the key's row from now on. */
    void keep(RowKey key, PackedRow row) {
        if ((lastOfRun == null || lastOfRun.compareTo(key) < 0) && !others.containsKey(key)) {
            run.add(row);
            lastOfRun = key;
        } else {
            others.put(key, Optional.of(row));
        }
    }

    /** The key has no row any more. */
    void withdraw(RowKey key) {
        others.put(key, Optional.empty());
    }

    /** One change of each key, in the order of the keys. @param key of a row */
    Iterator<Change> inOrder(Function<PackedRow, RowKey> key) {
        return new InOrder(key);
    }

    private final class InOrder implements Iterator<Change> {
        private final Iterator<PackedRow> rows = run.iterator();
        private final Iterator<Map.Entry<RowKey, Optional<PackedRow>>> entries =
                others.entrySet().iterator();
        private final Function<PackedRow, RowKey> key;
        private @Nullable Change ofRun;
        private @Nullable Change ofOthers;

        InOrder(Function<PackedRow, RowKey> key) {
            this.key = key;
            advanceRun();
            advanceOthers();
        }

        @Override
        public boolean hasNext() {
            return ofRun != null || ofOthers != null;
        }

        @Override
        public Change next() {
            Change row = ofRun;
            Change other = ofOthers;
            if (other == null) {
                if (row == null) {
                    throw new NoSuchElementException("no change is left");
                }
                advanceRun();
                return row;
            }
            int order = row == null ? 1 : row.key().compareTo(other.key());
            if (row != null && order < 0) {
                advanceRun();
                return row;
            }
            if (order == 0) {
                advanceRun();
            }
            advanceOthers();
            return other;
        }

        private void advanceRun() {
            if (rows.hasNext()) {
                PackedRow row = rows.next();
                ofRun = new Change(key.apply(row), Optional.of(row));
            } else {
                ofRun = null;
            }
        }

        private void advanceOthers() {
            if (entries.hasNext()) {
                Map.Entry<RowKey, Optional<PackedRow>> entry = entries.next();
                ofOthers = new Change(entry.getKey(), entry.getValue());
            } else {
                ofOthers = null;
            }
        }
    }
}
