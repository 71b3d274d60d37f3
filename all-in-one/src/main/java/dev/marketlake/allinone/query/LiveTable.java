package dev.marketlake.allinone.query;

import java.nio.file.Path;
import java.util.List;

/**
 * A table of the lake at its latest version, with its live files at hand.
 *
 * @param name layer and name, for example {@code silver.bars}
 * @param columns in table order, partition columns included
 * @param partitioned names of the columns that stand in the files' paths as {@code name=value} and not in the files
 * @param files local, Parquet
 */
public record LiveTable(String name, List<Column> columns, List<String> partitioned, List<Path> files) {

    public LiveTable {
        columns = List.copyOf(columns);
        partitioned = List.copyOf(partitioned);
        files = List.copyOf(files);
        if (!name.matches("[a-z_]+\\.[a-z_]+")) {
            throw new IllegalArgumentException("a table is named layer.name, not " + name);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(name + " has no columns");
        }
    }

    String layer() {
        return name.substring(0, name.indexOf('.'));
    }

    /** @param type as DuckDB writes it, for example {@code DECIMAL(18,8)} */
    public record Column(String name, String type) {}
}
