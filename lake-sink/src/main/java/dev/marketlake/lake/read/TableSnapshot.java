package dev.marketlake.lake.read;

import java.util.List;

/**
 * One version of a table.
 *
 * @param name layer and name, for example {@code silver.bars}
 * @param path for example {@code s3://market-lake/silver/bars}
 * @param version number of the version, from 0
 * @param columns all of them, partition columns included
 * @param partitionedBy names of the partition columns, in the order of the path
 * @param files live data files, ordered by key
 */
public record TableSnapshot(
        String name,
        String path,
        long version,
        List<Column> columns,
        List<String> partitionedBy,
        List<LakeFile> files) {
    public TableSnapshot {
        columns = List.copyOf(columns);
        partitionedBy = List.copyOf(partitionedBy);
        files = List.copyOf(files);
    }

    /**
     * A column.
     *
     * @param name snake_case
     * @param type in Delta's words: {@code string}, {@code integer}, {@code long}, {@code double}, {@code boolean}, {@code date},
     *     {@code timestamp}, {@code binary}, {@code decimal(18, 8)}, {@code array[...]}, {@code map[...]}, {@code struct(...)}
     */
    public record Column(String name, String type) {}

    /** Rows in all files. */
    public long rows() {
        return files.stream().mapToLong(file -> Math.max(0, file.rows())).sum();
    }
}
