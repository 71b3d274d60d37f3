package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.quality.Places.Place;
import dev.marketlake.lake.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares two tables that are fed by one topic, each at its own position. A difference counts where no record between the positions can
 * explain it; S and T are how far source and target have read the Kafka partition of the row:
 *
 * <pre>
 *   row                                      | differs where
 *   -----------------------------------------+----------------------------------------------
 *   in both, from the same record            | compared columns differ
 *   in both, from two records of a partition | the table with the older one has read the newer
 *   in the source alone, from offset o       | o &lt; T &lt;= S
 *   in the target alone, from offset o       | o &lt; S &lt;= T
 * </pre>
 */
final class SameRowsCheck {
    private final TableContent source;
    private final TableContent target;
    private final List<String> differing = new ArrayList<>();
    private long pending;

    SameRowsCheck(TableContent source, TableContent target) {
        this.source = source;
        this.target = target;
    }

    /** Keys of rows that differ, with how. */
    List<String> differing() {
        return differing;
    }

    /** Rows that one of the tables may not have read yet. */
    long pending() {
        return pending;
    }

    void compare(Map<String, Place> there, Map<String, Place> here) throws StoreFailure {
        for (var row : there.entrySet()) {
            Place mine = here.get(row.getKey());
            if (mine != null) {
                both(row.getKey(), row.getValue(), mine);
            } else {
                alone(row.getKey(), row.getValue(), source, target);
            }
        }
        for (var row : here.entrySet()) {
            if (!there.containsKey(row.getKey())) {
                alone(row.getKey(), row.getValue(), target, source);
            }
        }
    }

    private void both(String key, Place theirs, Place mine) throws StoreFailure {
        if (!theirs.source().equals(mine.source())) {
            pending++;
        } else if (theirs.offset() == mine.offset()) {
            if (!theirs.values().equals(mine.values())) {
                differing.add(key + ": " + source.table() + " has " + theirs.values() + ", " + target.table() + " has "
                        + mine.values());
            }
        } else {
            TableContent behind = theirs.offset() < mine.offset() ? source : target;
            if (behind.watermarks().next(mine.source()) > Math.max(theirs.offset(), mine.offset())) {
                differing.add(key + ": from offset " + theirs.offset() + " in " + source.table() + ", from "
                        + mine.offset() + " in " + target.table());
            } else {
                pending++;
            }
        }
    }

    private void alone(String key, Place place, TableContent has, TableContent lacks) throws StoreFailure {
        long lacking = lacks.watermarks().next(place.source());
        if (place.offset() < lacking && lacking <= has.watermarks().next(place.source())) {
            differing.add(key + ": in " + has.table() + " alone");
        } else {
            pending++;
        }
    }
}
