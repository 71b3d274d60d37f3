package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.delta.TableShape;
import java.util.List;

/**
 * A table that the sink derives from other tables; no topic feeds it.
 *
 * @param name layer and name, for example {@code gold.dim_date}
 * @param holds what its rows are, in a sentence
 * @param from names of the tables it is derived from; none where configuration alone makes it
 * @param key columns that name a row
 * @param columns all of them
 * @param partitionedBy names of the partition columns
 */
public record DerivedTable(
        String name,
        String holds,
        List<String> from,
        List<String> key,
        List<Column> columns,
        List<String> partitionedBy) {
    public DerivedTable {
        from = List.copyOf(from);
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        partitionedBy = List.copyOf(partitionedBy);
    }

    /** What it looks like in the bucket. */
    public TableShape shape() {
        return new TableShape(name.replace('.', '/'), columns, partitionedBy);
    }
}
