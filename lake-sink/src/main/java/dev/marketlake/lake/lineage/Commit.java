package dev.marketlake.lake.lineage;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A commit of a table's sink that is in the log.
 *
 * @param at when it was known to be, UTC
 * @param table name, for example {@code silver.bars}
 * @param folder of the table in the bucket, for example {@code silver/bars}
 * @param version of the table; empty where the reply was lost and the log found to hold it, possibly below its latest version
 * @param columns of the table's files
 * @param topic the rows came from
 * @param ranges of it
 * @param records read, those that changed nothing included
 * @param written rows in the files written, also those carried over by a rewrite
 * @param files written
 * @param bytes in them
 */
public record Commit(
        Instant at,
        String table,
        String folder,
        OptionalLong version,
        List<Column> columns,
        String topic,
        List<Range> ranges,
        long records,
        long written,
        long files,
        long bytes) {
    public Commit {
        columns = List.copyOf(columns);
        ranges = List.copyOf(ranges);
    }

    /** A column. @param type in Delta's words */
    public record Column(String name, String type) {}

    /** Offsets of a Kafka partition, marks of transactions among them. @param to exclusive */
    public record Range(String topicId, int partition, long from, long to) {}
}
