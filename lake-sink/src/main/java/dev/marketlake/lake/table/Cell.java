package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column and where its value comes from.
 *
 * @param column as readers see it
 * @param source takes the value out of an arrival, in the column's own type
 */
record Cell(Column column, Source source) {
    /** Takes one value out of an arrival; null where there is none. */
    interface Source {
        @Nullable
        Object from(Arrival arrival);
    }
}
