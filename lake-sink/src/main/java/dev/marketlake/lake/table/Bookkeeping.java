package dev.marketlake.lake.table;

import java.util.Set;

/** Columns that say how a row came to be; all others are what it says. Two lakes fed the same raw events are equal in those. */
public final class Bookkeeping {
    private static final Set<String> COLUMNS = Set.of(
            "revision",
            "raw_topic_id",
            "raw_partition",
            "raw_offset",
            "positions",
            "raised_at",
            "rejected_at",
            "updated_at",
            "rules_version",
            "replayed");

    private static final String COORDINATES = "kafka_";

    private Bookkeeping() {}

    /** Whether a column, by its name, is one of them. */
    public static boolean has(String column) {
        return COLUMNS.contains(column) || isCoordinate(column);
    }

    /** Whether a column says where in Kafka the sink took the row from. */
    public static boolean isCoordinate(String column) {
        return column.startsWith(COORDINATES);
    }
}
